// tools/interleave/runtime/hooks_refused.cpp: calls that can't be modelled. Each ends the search by its name: what they
// do would outlive the schedule, reach another process, or wait for what no thread of the program does.
#include "entered.hpp"
#include "real.hpp"
#include "startup.hpp"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/select.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdarg>
#include <string>
#include <vector>

using namespace interleave;

namespace {

[[noreturn]] void refuse(const std::string& call, const char* reason) {
  const Entered entered;
  execution->fail("unsupported", call + ": " + reason);
}

constexpr const char* kOneProcess = "only one process is explored";
constexpr const char* kNoClock = "a schedule has no real time";
constexpr const char* kNotPutBack = "the next schedule would not begin where this one did";
constexpr const char* kUnseen = "what the library does when the thread has ended can't be seen";
constexpr const char* kWaits = "it waits for what no thread of the program does";

// One that is started before main() could write on our channel.
void refuse_another_process(const std::string& call) {
  if (before_main()) refuse_before_main(call + ": " + kOneProcess);
  if (watching) refuse(call, kOneProcess);
}

// The system refuses to write to a page that no schedule has written yet: see snapshot.hpp.
void be_written(volatile char* bytes, std::size_t size) {
  constexpr std::size_t kPage = 4096;
  for (std::size_t i = 0; i < size; i += kPage) bytes[i] = bytes[i];
  if (size != 0) bytes[size - 1] = bytes[size - 1];
}

// The words of execl() and its like, the null pointer at their end included.
std::vector<char*> words_of(const char* first, va_list more) {
  std::vector<char*> words{const_cast<char*>(first)};
  while (words.back() != nullptr) words.push_back(va_arg(more, char*));
  return words;
}

}  // namespace

extern "C" {

// Processes.

pid_t fork() noexcept {
  refuse_another_process("fork()");
  return INTERLEAVE_REAL(fork)();
}

// Returns twice, so that it can't be called from here: fork() does the same, more slowly.
pid_t vfork() noexcept {
  refuse_another_process("vfork()");
  return fork();
}

int execve(const char* path, char* const* arguments, char* const* environment) noexcept {
  refuse_another_process("execve()");
  return INTERLEAVE_REAL(execve)(path, arguments, environment);
}

int execv(const char* path, char* const* arguments) noexcept {
  refuse_another_process("execv()");
  return INTERLEAVE_REAL(execv)(path, arguments);
}

int execvp(const char* file, char* const* arguments) noexcept {
  refuse_another_process("execvp()");
  return INTERLEAVE_REAL(execvp)(file, arguments);
}

int execl(const char* path, const char* first, ...) noexcept {
  va_list more;
  va_start(more, first);
  const std::vector<char*> words = words_of(first, more);
  va_end(more);
  return execv(path, words.data());
}

int execlp(const char* file, const char* first, ...) noexcept {
  va_list more;
  va_start(more, first);
  const std::vector<char*> words = words_of(first, more);
  va_end(more);
  return execvp(file, words.data());
}

int posix_spawn(pid_t* child, const char* path, const posix_spawn_file_actions_t* actions,
                const posix_spawnattr_t* attributes, char* const* arguments, char* const* environment) {
  refuse_another_process("posix_spawn()");
  return INTERLEAVE_REAL(posix_spawn)(child, path, actions, attributes, arguments, environment);
}

int posix_spawnp(pid_t* child, const char* file, const posix_spawn_file_actions_t* actions,
                 const posix_spawnattr_t* attributes, char* const* arguments, char* const* environment) {
  refuse_another_process("posix_spawnp()");
  return INTERLEAVE_REAL(posix_spawnp)(child, file, actions, attributes, arguments, environment);
}

int system(const char* command) {
  refuse_another_process("system()");
  return INTERLEAVE_REAL(system)(command);
}

FILE* popen(const char* command, const char* type) {
  refuse_another_process("popen()");
  return INTERLEAVE_REAL(popen)(command, type);
}

// Clocks that go on by themselves.

unsigned alarm(unsigned seconds) noexcept {
  if (watching) refuse("alarm()", kNoClock);
  return INTERLEAVE_REAL(alarm)(seconds);
}

int setitimer(__itimer_which_t which, const itimerval* time, itimerval* before) noexcept {
  if (watching) refuse("setitimer()", kNoClock);
  return INTERLEAVE_REAL(setitimer)(which, time, before);
}

int timer_create(clockid_t clock, sigevent* event, timer_t* timer) noexcept {
  if (watching) refuse("timer_create()", kNoClock);
  return INTERLEAVE_REAL(timer_create)(clock, event, timer);
}

// What lasts longer than a schedule.

void* mmap(void* address, std::size_t bytes, int protection, int flags, int file, off_t offset) noexcept {
  if (watching) refuse("mmap()", kNotPutBack);
  return INTERLEAVE_REAL(mmap)(address, bytes, protection, flags, file, offset);
}

int munmap(void* address, std::size_t bytes) noexcept {
  if (watching) refuse("munmap()", kNotPutBack);
  return INTERLEAVE_REAL(munmap)(address, bytes);
}

void* sbrk(std::intptr_t bytes) noexcept {
  if (watching) refuse("sbrk()", kNotPutBack);
  return INTERLEAVE_REAL(sbrk)(bytes);
}

int setenv(const char* name, const char* value, int replaces) noexcept {
  if (watching) refuse("setenv()", kNotPutBack);
  return INTERLEAVE_REAL(setenv)(name, value, replaces);
}

int unsetenv(const char* name) noexcept {
  if (watching) refuse("unsetenv()", kNotPutBack);
  return INTERLEAVE_REAL(unsetenv)(name);
}

int putenv(char* assignment) noexcept {
  if (watching) refuse("putenv()", kNotPutBack);
  return INTERLEAVE_REAL(putenv)(assignment);
}

// Waiting for others than threads.

int poll(pollfd* files, nfds_t count, int milliseconds) {
  if (watching && milliseconds != 0) refuse("poll()", kWaits);
  return INTERLEAVE_REAL(poll)(files, count, milliseconds);
}

int select(int count, fd_set* readers, fd_set* writers, fd_set* exceptions, timeval* time) {
  if (watching && (time == nullptr || time->tv_sec != 0 || time->tv_usec != 0)) refuse("select()", kWaits);
  return INTERLEAVE_REAL(select)(count, readers, writers, exceptions, time);
}

ssize_t read(int file, void* bytes, std::size_t size) {
  if (watching) {
    pollfd input{file, POLLIN, 0};
    if (INTERLEAVE_REAL(poll)(&input, 1, 0) == 0) refuse("read()", kWaits);
    be_written(static_cast<volatile char*>(bytes), size);
  }
  const ssize_t count = INTERLEAVE_REAL(read)(file, bytes, size);
  if (watching && count > 0) {
    const Entered entered;
    note_access(bytes, static_cast<std::size_t>(count), Kind::write, INTERLEAVE_CALLER);
  }
  return count;
}

// Of threads.

int pthread_cancel(pthread_t thread) {
  if (watching) refuse("pthread_cancel()", "a thread that is ended from outside is not modelled");
  return INTERLEAVE_REAL(pthread_cancel)(thread);
}

int pthread_tryjoin_np(pthread_t thread, void** result) noexcept {
  if (watching) refuse("pthread_tryjoin_np()", "joining for a time is not modelled");
  return INTERLEAVE_REAL(pthread_tryjoin_np)(thread, result);
}

int pthread_timedjoin_np(pthread_t thread, void** result, const timespec* time) {
  if (watching) refuse("pthread_timedjoin_np()", "joining for a time is not modelled");
  return INTERLEAVE_REAL(pthread_timedjoin_np)(thread, result, time);
}

// The end of a thread.

// By the names that the linker knows: the first is what std::promise::set_value_at_thread_exit() and its like call, and
// is private.
void _ZNSt13__future_base13_State_baseV211_Make_ready6_M_setEv(void* self) {
  if (watching) refuse("set_value_at_thread_exit()", kUnseen);
  INTERLEAVE_REAL(_ZNSt13__future_base13_State_baseV211_Make_ready6_M_setEv)(self);
}

// Its lock comes as a pointer, as every argument does whose type has a destructor.
void _ZSt25notify_all_at_thread_exitRSt18condition_variableSt11unique_lockISt5mutexE(void* condition, void* lock) {
  if (watching) refuse("notify_all_at_thread_exit()", kUnseen);
  INTERLEAVE_REAL(_ZSt25notify_all_at_thread_exitRSt18condition_variableSt11unique_lockISt5mutexE)(condition, lock);
}

}  // extern "C"
