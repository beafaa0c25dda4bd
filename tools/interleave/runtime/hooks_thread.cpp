// tools/interleave/runtime/hooks_thread.cpp: making, joining and ending threads, and what is each thread's own.
#include "entered.hpp"
#include "program.hpp"
#include "real.hpp"

#include <pthread.h>
#include <unwind.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <utility>

using interleave::Entered;
using interleave::execution;
using interleave::Kind;
using interleave::Thread;

namespace interleave {
namespace {

// A pthread_t of ours is the thread's number and a constant, so that 0 stays "no thread".
constexpr pthread_t kFirstHandle = 0x1000;

pthread_t handle_of(int thread) { return kFirstHandle + static_cast<pthread_t>(thread); }

int thread_of(pthread_t handle) {
  const bool known = handle >= kFirstHandle && handle < handle_of(execution->threads());
  return known ? static_cast<int>(handle - kFirstHandle) : -1;
}

// A destructor may set values again: the standard asks for some rounds, and no more.
constexpr int kRounds = 4;

void destroy_specifics(Thread& self) {
  for (int round = 0; round < kRounds; ++round) {
    for (std::size_t key = 0; key < self.specifics.size(); ++key) {
      void* const value = std::exchange(self.specifics[key], nullptr);
      const auto destructor = program().key_destructors[key];
      if (value == nullptr || destructor == nullptr) continue;
      watching = true;
      destructor(value);
      watching = false;
    }
  }
}

void destroy_thread_locals(Thread& self) {
  while (!self.destructors.empty()) {
    const ThreadLocalDestructor last = self.destructors.back();
    self.destructors.pop_back();
    watching = true;
    last.function(last.object);
    watching = false;
  }
}

[[noreturn]] void end_this_thread() {
  Thread& self = execution->self();
  destroy_thread_locals(self);
  destroy_specifics(self);
  execution->end_thread();
}

_Unwind_Reason_Code go_on_unwinding(int, _Unwind_Action actions, _Unwind_Exception_Class, _Unwind_Exception*,
                                    _Unwind_Context*, void*) {
  if ((actions & _UA_END_OF_STACK) != 0) {
    watching = false;
    end_this_thread();
  }
  return _URC_NO_REASON;
}

}  // namespace

void run_thread() {
  watching = true;
  Thread& self = execution->self();
  if (execution->current() == 0) {
    const int exit_code = program().run_main();
    watching = false;
    end_process(exit_code);
  }
  self.result = self.function(self.argument);
  watching = false;
  end_this_thread();
}

}  // namespace interleave

using namespace interleave;

extern "C" {

int pthread_create(pthread_t* handle, const pthread_attr_t* attributes, void* (*function)(void*), void* argument) {
  if (!watching) return INTERLEAVE_REAL(pthread_create)(handle, attributes, function, argument);
  const Entered entered;
  if (attributes != nullptr) note_access(attributes, sizeof *attributes, Kind::read, INTERLEAVE_CALLER);
  execution->step({.kind = Kind::create, .address = thread_object(execution->threads()), .pc = INTERLEAVE_CALLER});
  const int made = execution->add_thread(function, argument);
  if (made < 0) {
    const std::string most = std::to_string(kMostThreads);
    execution->fail("unsupported", "got a thread more, wanted at most " + most + " threads, main among them");
  }
  int state = PTHREAD_CREATE_JOINABLE;
  if (attributes != nullptr) pthread_attr_getdetachstate(attributes, &state);
  execution->thread(made).detached = state == PTHREAD_CREATE_DETACHED;
  // A step of its own: the new thread may run before its maker knows its name.
  note_access(handle, sizeof *handle, Kind::write, INTERLEAVE_CALLER);
  *handle = handle_of(made);
  return 0;
}

int pthread_join(pthread_t handle, void** result) {
  if (!watching) return INTERLEAVE_REAL(pthread_join)(handle, result);
  const Entered entered;
  const int id = thread_of(handle);
  if (id < 0) return ESRCH;
  Thread& joined = execution->thread(id);
  if (joined.joined || joined.detached) return EINVAL;
  execution->step({.kind = Kind::join,
                   .address = thread_object(id),
                   .value = static_cast<std::uint64_t>(id),
                   .pc = INTERLEAVE_CALLER});
  Thread& self = execution->self();
  self.clock.join(joined.clock);
  self.order.join(joined.order);
  self.now = std::max(self.now, joined.now);
  joined.joined = true;
  execution->note_change();
  if (result == nullptr) return 0;
  note_access(result, sizeof *result, Kind::write, INTERLEAVE_CALLER);
  *result = joined.result;
  return 0;
}

int pthread_detach(pthread_t handle) {
  if (!watching) return INTERLEAVE_REAL(pthread_detach)(handle);
  const Entered entered;
  const int id = thread_of(handle);
  if (id < 0) return ESRCH;
  execution->thread(id).detached = true;
  return 0;
}

pthread_t pthread_self() {
  if (!watching) return INTERLEAVE_REAL(pthread_self)();
  return handle_of(execution->current());
}

// A name and a set of processors change no order of steps.

int pthread_setname_np(pthread_t handle, const char* name) noexcept {
  return watching ? 0 : INTERLEAVE_REAL(pthread_setname_np)(handle, name);
}

int pthread_setaffinity_np(pthread_t handle, std::size_t size, const cpu_set_t* set) noexcept {
  return watching ? 0 : INTERLEAVE_REAL(pthread_setaffinity_np)(handle, size, set);
}

void pthread_exit(void* result) {
  if (!watching) {
    INTERLEAVE_REAL(pthread_exit)(result);
    __builtin_unreachable();
  }
  execution->self().result = result;
  // As the library does: the destructors of what lies on the stack run on the way out.
  _Unwind_ForcedUnwind(&execution->self().unwinding, go_on_unwinding, nullptr);
  __builtin_unreachable();
}

int __cxa_thread_atexit(void (*function)(void*), void* object, void* module) {
  if (!watching) return INTERLEAVE_REAL(__cxa_thread_atexit)(function, object, module);
  const Entered entered;
  execution->self().destructors.push_back({function, object});
  return 0;
}

int pthread_key_create(pthread_key_t* key, void (*destructor)(void*)) {
  if (!watching) return INTERLEAVE_REAL(pthread_key_create)(key, destructor);
  const Entered entered;
  *key = static_cast<pthread_key_t>(program().key_destructors.size());
  program().key_destructors.push_back(destructor);
  return 0;
}

int pthread_key_delete(pthread_key_t key) {
  if (!watching) return INTERLEAVE_REAL(pthread_key_delete)(key);
  const Entered entered;
  program().key_destructors.at(key) = nullptr;
  return 0;
}

int pthread_setspecific(pthread_key_t key, const void* value) {
  if (!watching) return INTERLEAVE_REAL(pthread_setspecific)(key, value);
  const Entered entered;
  auto& specifics = execution->self().specifics;
  if (specifics.size() <= key) specifics.resize(key + 1);
  specifics[key] = const_cast<void*>(value);
  return 0;
}

void* pthread_getspecific(pthread_key_t key) {
  if (!watching) return INTERLEAVE_REAL(pthread_getspecific)(key);
  const auto& specifics = execution->self().specifics;
  return key < specifics.size() ? specifics[key] : nullptr;
}

}  // extern "C"
