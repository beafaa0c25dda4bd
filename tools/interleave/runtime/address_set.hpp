// tools/interleave/runtime/address_set.hpp: the groups of eight bytes whose accesses are steps of the schedule.
#pragma once

#include "hash.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace interleave {

class AddressSet {
 public:
  AddressSet() : slots_(256) {}

  /// Whether any byte of the range lies in the set.
  bool holds(std::uintptr_t address, std::uint32_t size) const {
    for (std::uintptr_t group = address / 8; group <= (address + size - 1) / 8; ++group) {
      if (slots_[slot_of(group)] == group) return true;
    }
    return false;
  }

  /// False where it was there already.
  bool add(std::uintptr_t address) {
    std::uintptr_t& slot = slots_[slot_of(address / 8)];
    if (slot == address / 8) return false;
    slot = address / 8;
    addresses_.push_back(address / 8 * 8);
    if (2 * addresses_.size() > slots_.size()) grow();
    return true;
  }

  /// In the order in which they were added.
  const std::vector<std::uintptr_t>& addresses() const { return addresses_; }

 private:
  std::size_t slot_of(std::uintptr_t group) const {
    std::size_t i = mix(0, group) & (slots_.size() - 1);
    while (slots_[i] != 0 && slots_[i] != group) i = (i + 1) & (slots_.size() - 1);
    return i;
  }

  void grow() {
    slots_.assign(2 * slots_.size(), 0);
    for (const std::uintptr_t address : addresses_) slots_[slot_of(address / 8)] = address / 8;
  }

  std::vector<std::uintptr_t> slots_;  // 0: empty
  std::vector<std::uintptr_t> addresses_;
};

}  // namespace interleave
