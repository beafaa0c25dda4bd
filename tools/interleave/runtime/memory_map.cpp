// tools/interleave/runtime/memory_map.cpp: see memory_map.hpp.
#include "memory_map.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace interleave {
namespace {

void* must_map(void* wanted, std::size_t bytes, int flags) {
  void* const got = mmap(wanted, bytes, PROT_READ | PROT_WRITE, MAP_ANONYMOUS | MAP_NORESERVE | flags, -1, 0);
  if (got == MAP_FAILED || (wanted != nullptr && got != wanted)) {
    static constexpr char kMessage[] = "interleave: the system gives no memory at the place that is wanted\n";
    if (write(STDERR_FILENO, kMessage, sizeof kMessage - 1) < 0) std::abort();
    _exit(2);
  }
  return got;
}

}  // namespace

void map_at(std::uintptr_t address, std::size_t bytes) {
  must_map(reinterpret_cast<void*>(address), bytes, MAP_PRIVATE | MAP_FIXED_NOREPLACE);
}

StackRange map_stack(int thread) {
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  const std::size_t bytes = thread == 0 ? kMainStackBytes : kStackBytes;
  const std::uintptr_t bottom = kStacks + static_cast<std::uintptr_t>(thread) * 2 * kMainStackBytes;
  map_at(bottom, bytes);
  mprotect(reinterpret_cast<void*>(bottom), page, PROT_NONE);
  return {bottom + page, bottom + bytes};
}

void* map_shared(std::size_t bytes) { return must_map(nullptr, bytes, MAP_SHARED); }

}  // namespace interleave
