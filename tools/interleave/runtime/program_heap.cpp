// tools/interleave/runtime/program_heap.cpp: see program_heap.hpp.
#include "program_heap.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>

namespace interleave {
namespace {

// Stands in front of every block.
struct Header {
  std::size_t bytes;
  std::size_t released;
};

Header& header_of(const void* pointer) {
  return *reinterpret_cast<Header*>(reinterpret_cast<std::uintptr_t>(pointer) - sizeof(Header));
}

constexpr std::uintptr_t round_up(std::uintptr_t value, std::size_t alignment) {
  return (value + alignment - 1) & ~(std::uintptr_t{alignment} - 1);
}

}  // namespace

void* ProgramHeap::allocate(int thread, std::size_t bytes, std::size_t alignment) {
  Region& region = regions_[static_cast<std::size_t>(thread)];
  const std::uintptr_t begin = begin_of(thread);
  if (!region.mapped) {
    map_at(begin, kHeapBytes);
    region.mapped = true;
  }
  const std::uintptr_t address = round_up(begin + region.used + sizeof(Header), std::max(alignment, kUnit));
  if (bytes > kHeapBytes || address + bytes > begin + kHeapBytes) return nullptr;
  region.used = address + round_up(std::max(bytes, std::size_t{1}), kUnit) - begin;
  auto* const pointer = reinterpret_cast<void*>(address);
  header_of(pointer) = {bytes, 0};
  return pointer;
}

std::size_t ProgramHeap::size_of(const void* pointer) { return header_of(pointer).bytes; }

bool ProgramHeap::release(void* pointer) {
  Header& header = header_of(pointer);
  if (header.released != 0) return false;
  header.released = 1;
  const auto address = reinterpret_cast<std::uintptr_t>(pointer);
  std::vector<bool>& freed = regions_[(address - kHeaps) / kHeapDistance].freed;
  const std::size_t first = (address - kHeaps) % kHeapDistance / kUnit;
  const std::size_t end = first + round_up(std::max(header.bytes, std::size_t{1}), kUnit) / kUnit;
  if (freed.size() < end) freed.resize(end);
  std::fill(freed.begin() + static_cast<std::ptrdiff_t>(first), freed.begin() + static_cast<std::ptrdiff_t>(end), true);
  return true;
}

bool ProgramHeap::freed(std::uintptr_t address) const {
  if (!owns(address)) return false;
  const std::vector<bool>& freed = regions_[(address - kHeaps) / kHeapDistance].freed;
  const std::size_t unit = (address - kHeaps) % kHeapDistance / kUnit;
  return unit < freed.size() && freed[unit];
}

void ProgramHeap::keep() {
  const auto* const begin = reinterpret_cast<const char*>(begin_of(0));
  kept_.assign(begin, begin + regions_[0].used);
}

void ProgramHeap::restore() {
  for (int thread = 0; thread < kMostThreads; ++thread) {
    Region& region = regions_[static_cast<std::size_t>(thread)];
    region.freed.clear();
    if (region.used == 0) continue;
    const std::size_t kept = thread == 0 ? kept_.size() : 0;
    auto* const begin = reinterpret_cast<char*>(begin_of(thread));
    if (kept != 0) std::memcpy(begin, kept_.data(), kept);
    if (region.used > kept) std::memset(begin + kept, 0, region.used - kept);
    region.used = kept;
  }
}

}  // namespace interleave
