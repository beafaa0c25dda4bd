// tools/interleave/runtime/fibers.cpp: see make_fibers(). A switch exchanges the stack pointer and the `fs` base, by
// which thread-local variables are found. So errno, thread_local and the state of exceptions are each thread's own.
#include "memory_map.hpp"
#include "real.hpp"
#include "switcher.hpp"

#include <asm/prctl.h>
#include <linux/futex.h>
#include <pthread.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdlib>

// Saves what a function call must preserve on the old stack, changes stacks, and takes it from the new one.
extern "C" void interleave_change_stack(void** save, void* load);
asm(R"(
.text
.hidden interleave_change_stack
.globl interleave_change_stack
.type interleave_change_stack, @function
interleave_change_stack:
  pushq %rbp
  pushq %rbx
  pushq %r12
  pushq %r13
  pushq %r14
  pushq %r15
  movq %rsp, (%rdi)
  movq %rsi, %rsp
  popq %r15
  popq %r14
  popq %r13
  popq %r12
  popq %rbx
  popq %rbp
  ret
.size interleave_change_stack, .-interleave_change_stack
)");

namespace interleave {
namespace {

std::uintptr_t own_fs_base() {
  std::uintptr_t base = 0;
  asm volatile("movq %%fs:0, %0" : "=r"(base));  // the control block begins with its own address
  return base;
}

class Fibers final : public Switcher {
 public:
  explicit Fibers(void (*entry)()) : entry_(entry), fast_((getauxval(AT_HWCAP2) & kMayWriteFsBase) != 0) {
    fibers_[0].fs_base = driver_fs_base_ = own_fs_base();
    make(1);  // So that the library knows of several threads from the first execution on.
  }

  void enter() override {
    prepare(0);
    interleave_change_stack(&driver_stack_, fibers_[0].stack_pointer);
  }

  void make(int thread) override {
    if (at(thread).fs_base == 0) borrow(thread);
    prepare(thread);
  }

  void go(int from, int to) override {
    set_fs_base(at(to).fs_base);
    interleave_change_stack(&at(from).stack_pointer, at(to).stack_pointer);
  }

  void leave() override {
    set_fs_base(driver_fs_base_);
    void* nobody = nullptr;
    interleave_change_stack(&nobody, driver_stack_);
    std::abort();
  }

  StackRange stack_of(int thread) const override { return fibers_[static_cast<std::size_t>(thread)].stack; }
  std::uintptr_t control_block_of(int thread) const override {
    return fibers_[static_cast<std::size_t>(thread)].fs_base;
  }

 private:
  static constexpr unsigned long kMayWriteFsBase = 2;  // HWCAP2_FSGSBASE

  struct Fiber {
    void* stack_pointer = nullptr;
    std::uintptr_t fs_base = 0;
    StackRange stack;
    std::atomic<std::uintptr_t> lent = 0;
  };

  Fiber& at(int thread) { return fibers_[static_cast<std::size_t>(thread)]; }

  void set_fs_base(std::uintptr_t base) const {
    if (fast_) {
      asm volatile("wrfsbase %0" : : "r"(base) : "memory");
    } else {
      syscall(SYS_arch_prctl, ARCH_SET_FS, base);
    }
  }

  // Starts a real thread that tells where its control block is, and then sleeps for ever.
  void borrow(int thread) {
    Fiber& fiber = at(thread);
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, std::size_t{64} << 10);
    pthread_t lender{};
    const auto lend = [](void* argument) -> void* {
      auto& lent = static_cast<Fiber*>(argument)->lent;
      lent = own_fs_base();
      while (true) pause();
    };
    if (INTERLEAVE_REAL(pthread_create)(&lender, &attributes, lend, &fiber) != 0) std::abort();
    pthread_attr_destroy(&attributes);
    while (fiber.lent == 0) usleep(1);
    fiber.fs_base = fiber.lent;
  }

  // An empty stack from which interleave_change_stack() returns into the entry.
  void prepare(int thread) {
    Fiber& fiber = at(thread);
    if (fiber.stack.top == 0) fiber.stack = map_stack(thread);
    constexpr std::size_t kSavedRegisters = 6;
    auto* const top = reinterpret_cast<void**>(fiber.stack.top);
    // The entry finds no caller: a return address of 0 tells the unwinder to stop there.
    void** const frame = top - 5 - kSavedRegisters - 1;  // aligned as at the entry of a function
    for (void** word = frame; word < top; ++word) *word = nullptr;
    frame[kSavedRegisters] = reinterpret_cast<void*>(entry_);
    fiber.stack_pointer = frame;
  }

  void (*entry_)();
  bool fast_;
  std::uintptr_t driver_fs_base_ = 0;
  void* driver_stack_ = nullptr;
  std::array<Fiber, kMostThreads> fibers_;
};

}  // namespace

std::unique_ptr<Switcher> make_fibers(void (*entry)()) { return std::make_unique<Fibers>(entry); }

}  // namespace interleave
