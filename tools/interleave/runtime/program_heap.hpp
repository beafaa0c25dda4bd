// tools/interleave/runtime/program_heap.hpp: the explored program's malloc().
// Each thread takes from its own region and nothing is given out twice, so an address depends on the thread's own
// past alone, and a use after free is seen every time.
#pragma once

#include "memory_map.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace interleave {

class ProgramHeap {
 public:
  /// Memory that reads as zeros; null where the region is full.
  void* allocate(int thread, std::size_t bytes, std::size_t alignment);

  bool owns(const void* pointer) const { return owns(reinterpret_cast<std::uintptr_t>(pointer)); }
  bool owns(std::uintptr_t address) const {
    return address >= kHeaps && address < kHeaps + kMostThreads * kHeapDistance;
  }

  /// Bytes that were asked for. `pointer` came from allocate().
  static std::size_t size_of(const void* pointer);

  /// From now on the block counts as freed. False where it is already.
  bool release(void* pointer);

  /// Whether the address lies in a block that was freed.
  bool freed(std::uintptr_t address) const;

  /// What stands in the heap now, before main() began, is what every execution starts with.
  void keep();
  void restore();

  /// The bytes in use, for comparing states.
  std::size_t used(int thread) const { return regions_[static_cast<std::size_t>(thread)].used; }
  static std::uintptr_t begin_of(int thread) { return kHeaps + static_cast<std::uintptr_t>(thread) * kHeapDistance; }

 private:
  static constexpr std::size_t kUnit = 16;  // what one bit of `freed` stands for

  struct Region {
    bool mapped = false;
    std::size_t used = 0;
    std::vector<bool> freed;
  };

  std::array<Region, kMostThreads> regions_;
  std::vector<char> kept_;  // of thread 0's region
};

}  // namespace interleave
