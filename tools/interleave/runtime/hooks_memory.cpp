// tools/interleave/runtime/hooks_memory.cpp: the program's heap. Already before main() what it allocates is kept apart
// from what we and the libraries need, so that every execution can begin with the same heap.
#include "entered.hpp"
#include "real.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string>

using namespace interleave;

extern "C" {

// The C library's own, under names that nobody stands in front of.
void* __libc_malloc(std::size_t bytes);
void* __libc_memalign(std::size_t alignment, std::size_t bytes);
void* __libc_realloc(void* pointer, std::size_t bytes);
void __libc_free(void* pointer);
}

namespace {

constexpr std::size_t kUsualAlignment = 16;

void* allocate(std::size_t bytes, std::size_t alignment) {
  const Entered entered;
  void* const pointer = execution->heap().allocate(execution->current(), bytes, alignment);
  if (pointer == nullptr && execution->running()) {
    execution->fail("memory", "a thread asked for more than " + std::to_string(kHeapBytes >> 20) + " MiB");
  }
  return pointer;
}

}  // namespace

extern "C" {

void* malloc(std::size_t bytes) noexcept {
  return programs_heap() ? allocate(bytes, kUsualAlignment) : __libc_malloc(bytes);
}

void* calloc(std::size_t count, std::size_t size) noexcept {
  std::size_t bytes = 0;
  if (__builtin_mul_overflow(count, size, &bytes)) {
    errno = ENOMEM;
    return nullptr;
  }
  if (programs_heap()) return allocate(bytes, kUsualAlignment);  // reads as zeros
  void* const pointer = __libc_malloc(bytes);
  return pointer == nullptr ? nullptr : std::memset(pointer, 0, bytes);
}

void* aligned_alloc(std::size_t alignment, std::size_t bytes) noexcept {
  return programs_heap() ? allocate(bytes, alignment) : __libc_memalign(alignment, bytes);
}

void* memalign(std::size_t alignment, std::size_t bytes) noexcept { return aligned_alloc(alignment, bytes); }

int posix_memalign(void** pointer, std::size_t alignment, std::size_t bytes) noexcept {
  *pointer = aligned_alloc(alignment, bytes);
  return *pointer == nullptr ? ENOMEM : 0;
}

void free(void* pointer) noexcept {
  if (pointer == nullptr) return;
  if (execution == nullptr || !execution->heap().owns(pointer)) {
    __libc_free(pointer);
  } else if (watching) {
    const Entered entered;
    execution->free_block(pointer, INTERLEAVE_CALLER);
  }
}

void* realloc(void* pointer, std::size_t bytes) noexcept {
  if (pointer == nullptr) return malloc(bytes);
  if (execution == nullptr || !execution->heap().owns(pointer)) return __libc_realloc(pointer, bytes);
  void* const moved = malloc(bytes);
  if (moved == nullptr) return nullptr;
  const std::size_t old = ProgramHeap::size_of(pointer);
  std::memcpy(moved, pointer, old < bytes ? old : bytes);
  free(pointer);
  return moved;
}

}  // extern "C"

// Our own containers take from the C library. (Hidden: the program's operator new is the C++ library's.)
void* operator new(std::size_t bytes) {
  void* const pointer = __libc_malloc(bytes);
  if (pointer == nullptr) std::abort();
  return pointer;
}
void* operator new(std::size_t bytes, std::align_val_t alignment) {
  void* const pointer = __libc_memalign(static_cast<std::size_t>(alignment), bytes);
  if (pointer == nullptr) std::abort();
  return pointer;
}
void operator delete(void* pointer) noexcept { __libc_free(pointer); }
void operator delete(void* pointer, std::size_t) noexcept { __libc_free(pointer); }
void operator delete(void* pointer, std::align_val_t) noexcept { __libc_free(pointer); }
void operator delete(void* pointer, std::size_t, std::align_val_t) noexcept { __libc_free(pointer); }
