// tools/interleave/runtime/hooks_access.cpp: what a compiler calls, with -fsanitize=thread, before each access to
// memory and at each call and return. ThreadSanitizer's own library is not linked: these stand in its place. Source of
// the names: compiler-rt, tsan_interface.h.
#include "entered.hpp"

#include <algorithm>

using interleave::Entered;
using interleave::Kind;
using interleave::note_access;

// The functions differ in their names alone, and those a compiler dictates.
#define INTERLEAVE_ONE_ACCESS(name, size, kind)          \
  extern "C" void name(void* pointer) {                  \
    if (!interleave::watching) return;                   \
    const Entered entered;                               \
    note_access(pointer, size, kind, INTERLEAVE_CALLER); \
  }
#define INTERLEAVE_TWO_ACCESSES(name, size)                     \
  extern "C" void name(void* pointer) {                         \
    if (!interleave::watching) return;                          \
    const Entered entered;                                      \
    note_access(pointer, size, Kind::read, INTERLEAVE_CALLER);  \
    note_access(pointer, size, Kind::write, INTERLEAVE_CALLER); \
  }
#define INTERLEAVE_ACCESSES(size)                                                 \
  INTERLEAVE_ONE_ACCESS(__tsan_read##size, size, Kind::read)                      \
  INTERLEAVE_ONE_ACCESS(__tsan_write##size, size, Kind::write)                    \
  INTERLEAVE_ONE_ACCESS(__tsan_unaligned_read##size, size, Kind::read)            \
  INTERLEAVE_ONE_ACCESS(__tsan_unaligned_write##size, size, Kind::write)          \
  INTERLEAVE_ONE_ACCESS(__tsan_volatile_read##size, size, Kind::read)             \
  INTERLEAVE_ONE_ACCESS(__tsan_volatile_write##size, size, Kind::write)           \
  INTERLEAVE_ONE_ACCESS(__tsan_unaligned_volatile_read##size, size, Kind::read)   \
  INTERLEAVE_ONE_ACCESS(__tsan_unaligned_volatile_write##size, size, Kind::write) \
  INTERLEAVE_TWO_ACCESSES(__tsan_read_write##size, size)                          \
  INTERLEAVE_TWO_ACCESSES(__tsan_unaligned_read_write##size, size)

INTERLEAVE_ACCESSES(1)
INTERLEAVE_ACCESSES(2)
INTERLEAVE_ACCESSES(4)
INTERLEAVE_ACCESSES(8)
INTERLEAVE_ACCESSES(16)

extern "C" {

void __tsan_read_range(void* pointer, unsigned long size) {
  if (!interleave::watching || size == 0) return;
  const Entered entered;
  note_access(pointer, size, Kind::read, INTERLEAVE_CALLER);
}

void __tsan_write_range(void* pointer, unsigned long size) {
  if (!interleave::watching || size == 0) return;
  const Entered entered;
  note_access(pointer, size, Kind::write, INTERLEAVE_CALLER);
}

void __tsan_vptr_read(void** pointer) {
  if (!interleave::watching) return;
  const Entered entered;
  note_access(pointer, sizeof(void*), Kind::read, INTERLEAVE_CALLER);
}

// Constructors of base classes write the same pointer again and again; only a change can matter to others.
void __tsan_vptr_update(void** pointer, void* value) {
  if (!interleave::watching || *pointer == value) return;
  const Entered entered;
  note_access(pointer, sizeof(void*), Kind::write, INTERLEAVE_CALLER);
}

void __tsan_init() {}

void __tsan_func_entry(void* caller) {
  if (!interleave::watching) return;
  interleave::execution->self().calls.push_back(reinterpret_cast<std::uintptr_t>(caller));
}

void __tsan_func_exit() {
  if (!interleave::watching) return;
  auto& calls = interleave::execution->self().calls;
  if (!calls.empty()) calls.pop_back();
}

void __tsan_ignore_thread_begin() {}
void __tsan_ignore_thread_end() {}

}  // extern "C"
