// tools/interleave/runtime/baton.cpp: see make_baton(). Each of the program's threads is a real one, which sleeps on a
// word of its own until the word is 1.
#include "memory_map.hpp"
#include "real.hpp"
#include "switcher.hpp"

#include <linux/futex.h>
#include <pthread.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdlib>

namespace interleave {
namespace {

std::uintptr_t own_control_block() {
  std::uintptr_t base = 0;
  asm volatile("movq %%fs:0, %0" : "=r"(base));
  return base;
}

class Baton final : public Switcher {
 public:
  explicit Baton(void (*entry)()) : entry_(entry) {
    // One at a time runs anyway, and a switch between processors takes longer.
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(sched_getcpu(), &one);
    sched_setaffinity(0, sizeof one, &one);
    make(0);
  }

  void enter() override {
    give(at(0).turn);
    wait_for(driver_);
  }

  void make(int thread) override {
    Runner& runner = at(thread);
    runner.baton = this;
    runner.stack = map_stack(thread);
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstack(&attributes, reinterpret_cast<void*>(runner.stack.bottom),
                          runner.stack.top - runner.stack.bottom);
    pthread_t handle{};
    const auto body = [](void* argument) -> void* {
      auto& self = *static_cast<Runner*>(argument);
      self.control_block = own_control_block();
      give(self.ready);
      wait_for(self.turn);
      self.baton->entry_();
      return nullptr;
    };
    if (INTERLEAVE_REAL(pthread_create)(&handle, &attributes, body, &runner) != 0) std::abort();
    pthread_attr_destroy(&attributes);
    wait_for(runner.ready);  // it has shown where its thread-local variables are
  }

  void go(int from, int to) override {
    give(at(to).turn);
    wait_for(at(from).turn);
  }

  void leave() override {
    give(driver_);
    std::atomic<int> never = 0;
    while (true) wait_for(never);
  }

  StackRange stack_of(int thread) const override {
    StackRange stack = runners_[static_cast<std::size_t>(thread)].stack;
    stack.top = runners_[static_cast<std::size_t>(thread)].control_block & ~std::uintptr_t{4095};
    return stack;
  }
  std::uintptr_t control_block_of(int thread) const override {
    return runners_[static_cast<std::size_t>(thread)].control_block;
  }

 private:
  struct Runner {
    Baton* baton = nullptr;
    std::atomic<int> ready = 0;
    std::atomic<int> turn = 0;
    std::atomic<std::uintptr_t> control_block = 0;
    StackRange stack;
  };

  // Not std::atomic::wait(): it would call our own syscall(), while another thread already runs as the program.
  static long futex(std::atomic<int>& word, int operation, int value) {
    return INTERLEAVE_REAL(syscall)(SYS_futex, reinterpret_cast<int*>(&word), operation, value, nullptr, nullptr, 0);
  }
  static void wait_for(std::atomic<int>& turn) {
    while (turn == 0) futex(turn, FUTEX_WAIT_PRIVATE, 0);
    turn = 0;
  }
  static void give(std::atomic<int>& turn) {
    turn = 1;
    futex(turn, FUTEX_WAKE_PRIVATE, 1);
  }

  Runner& at(int thread) { return runners_[static_cast<std::size_t>(thread)]; }

  void (*entry_)();
  std::array<Runner, kMostThreads> runners_;
  std::atomic<int> driver_ = 0;
};

}  // namespace

std::unique_ptr<Switcher> make_baton(void (*entry)()) { return std::make_unique<Baton>(entry); }

}  // namespace interleave
