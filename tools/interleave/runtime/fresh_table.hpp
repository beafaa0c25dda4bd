// tools/interleave/runtime/fresh_table.hpp: a table of what is known of addresses, emptied at once for each execution.
#pragma once

#include "hash.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace interleave {

template <class Value>
class FreshTable {
 public:
  FreshTable() : slots_(kFirstSlots) {}

  /// Null where there is none.
  Value* find(std::uint64_t key) {
    Slot& slot = slots_[slot_of(key)];
    return slot.generation == generation_ ? &slot.value : nullptr;
  }
  const Value* find(std::uint64_t key) const {
    const Slot& slot = slots_[slot_of(key)];
    return slot.generation == generation_ ? &slot.value : nullptr;
  }

  /// A new one where there is none. Stays where it is until the next one is added.
  Value& at(std::uint64_t key) {
    if (2 * (used_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[slot_of(key)];
    if (slot.generation != generation_) {
      slot = {key, generation_, Value{}};
      ++used_;
    }
    return slot.value;
  }

  void clear() {
    ++generation_;
    used_ = 0;
  }

 private:
  static constexpr std::size_t kFirstSlots = 64;

  struct Slot {
    std::uint64_t key = 0;
    std::uint64_t generation = 0;  // an older one: the slot is empty
    Value value{};
  };

  std::size_t slot_of(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = mix(0, key) & mask;
    while (slots_[i].generation == generation_ && slots_[i].key != key) i = (i + 1) & mask;
    return i;
  }

  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    std::swap(old, slots_);
    for (Slot& slot : old) {
      if (slot.generation == generation_) slots_[slot_of(slot.key)] = std::move(slot);
    }
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::uint64_t generation_ = 1;
};

}  // namespace interleave
