// tools/judge/subject/write_trap.cpp: see write_trap.hpp.
#include "judge/subject/write_trap.hpp"

#include <poll.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace judge {

namespace {

constexpr int kMillisecondsBetween = 1;
constexpr time_t kMostSeconds = 1;

// A signal handler may make few calls. nanosleep() is no longer one of them: the ledger stands in front of it.
timespec now() {
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time;
}

}  // namespace

std::atomic<TrappedMemory*> TrappedMemory::active = nullptr;

TrappedMemory::TrappedMemory(std::size_t bytes, bool (*go_on)()) : go_on_(go_on) {
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  bytes_ = (bytes + page - 1) / page * page;
  memory_ = mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory_ == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "mmap");
  fill();
  listen();
}

TrappedMemory::~TrappedMemory() {
  sigaction(SIGSEGV, &old_, nullptr);
  active = nullptr;
  munmap(memory_, bytes_);
}

void TrappedMemory::set() {
  if (sprung_) return;
  prey_ = pthread_self();
  mprotect(memory_, bytes_, PROT_READ);
}

void TrappedMemory::open() { mprotect(memory_, bytes_, PROT_READ | PROT_WRITE); }

void TrappedMemory::fill() {
  // Through volatile, and behind a compiler's back: it would leave out writes to memory where no object lives yet.
  auto* const bytes = static_cast<volatile unsigned char*>(memory_);
  std::fill_n(bytes, bytes_, static_cast<unsigned char>(0x5A));
  asm volatile("" : : "g"(memory_) : "memory");
}

void TrappedMemory::listen() {
  active = this;
  struct sigaction action {};
  action.sa_sigaction = on_fault;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGSEGV, &action, &old_);
}

bool TrappedMemory::holds(const void* address) const {
  const auto* const first = static_cast<const std::byte*>(memory_);
  return address >= first && address < first + bytes_;
}

// Runs in the thread that wrote. When it returns, the write is tried again.
void TrappedMemory::on_fault(int, siginfo_t* fault, void*) {
  const int saved_errno = errno;
  TrappedMemory* const trap = active;
  if (trap == nullptr || !trap->holds(fault->si_addr)) {
    signal(SIGSEGV, SIG_DFL);  // A fault of the program's own: the second time it ends the program.
    return;
  }
  trap->open();
  if (pthread_equal(trap->prey_, pthread_self()) != 0 && !trap->sprung_.exchange(true)) trap->hold_back();
  errno = saved_errno;
}

void TrappedMemory::hold_back() const {
  const timespec start = now();
  const auto too_late = [&] {
    const timespec time = now();
    return time.tv_sec > start.tv_sec + kMostSeconds ||
           (time.tv_sec == start.tv_sec + kMostSeconds && time.tv_nsec >= start.tv_nsec);
  };
  while (!go_on_() && !too_late()) poll(nullptr, 0, kMillisecondsBetween);
}

}  // namespace judge
