// tools/interleave/runtime/memory_map.hpp: where the explored program's memory lies. Fixed places, so that every
// execution, and every run of the same program, sees the same addresses.
#pragma once

#include "switcher.hpp"

#include <cstddef>
#include <cstdint>

namespace interleave {

constexpr std::uintptr_t kStacks = 0x2000'0000'0000;
constexpr std::uintptr_t kHeaps = 0x2100'0000'0000;
constexpr std::size_t kMainStackBytes = std::size_t{8} << 20;
constexpr std::size_t kStackBytes = std::size_t{1} << 20;
constexpr std::size_t kHeapBytes = std::size_t{16} << 20;  // a thread's
constexpr std::size_t kHeapDistance = std::size_t{1} << 32;

/// Memory for a thread's stack, with a page below it that nobody can touch.
StackRange map_stack(int thread);

/// Memory that reads as zeros, at that place.
void map_at(std::uintptr_t address, std::size_t bytes);

/// Memory that reads as zeros and is shared with forked children.
void* map_shared(std::size_t bytes);

}  // namespace interleave
