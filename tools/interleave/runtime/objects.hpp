// tools/interleave/runtime/objects.hpp: mutexes, condition variables, semaphores and their like, known by their
// address. What a program's pthread_mutex_t holds is never looked at: an object begins free and empty when it is first
// met.
#pragma once

#include "hash.hpp"
#include "vector_clock.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <utility>
#include <vector>

namespace interleave {

/// How much of the order of the program's locks a mutex tells.
struct SyncObject {
  int owner = -1;                  // the thread that holds it alone; -1: nobody
  int depth = 0;                   // how often it does
  ThreadSet readers = 0;           // threads that hold it together
  std::int64_t value = 0;          // a semaphore's permits; a barrier's missing threads
  std::int64_t expected = 0;       // a barrier's threads
  std::uint64_t round = 0;         // a barrier's
  bool made = false;               // initialised by a call
  bool done = false;               // a once flag's function has run
  VectorClock released;            // what who takes it next learns
  VectorClock shared_released;     // what who takes it alone next learns from those who held it together
  int lost_notification_step = 0;  // the last notification that nobody waited for; 0: none
  int lost_notification_thread = 0;
  std::uintptr_t taken_at = 0;  // pc

  bool is_held() const { return owner >= 0 || readers != 0; }
};

class Objects {
 public:
  Objects() : slots_(kFirstSlots) {}

  /// Stays where it is until the execution ends.
  SyncObject& at(std::uintptr_t address) {
    const std::size_t i = slot_of(address);
    if (slots_[i].generation == generation_) return revive(slots_[i]);
    if (2 * (used_.size() + 1) > slots_.size()) {
      grow();
      return at(address);
    }
    static const SyncObject kNew;
    const std::size_t number = used_.size();
    if (number == pool_.size()) pool_.emplace_back();
    pool_[number] = kNew;
    used_.push_back(address);
    slots_[i] = {address, generation_, &pool_[number], true};
    return pool_[number];
  }

  const SyncObject* find(std::uintptr_t address) const {
    const Slot& slot = slots_[slot_of(address)];
    return slot.generation == generation_ && slot.lives ? slot.object : nullptr;
  }

  void forget(std::uintptr_t address) {
    Slot& slot = slots_[slot_of(address)];
    if (slot.generation == generation_) slot.lives = false;
  }

  /// Calls `visit` with each address and its object, in the order in which they were met.
  template <class Visit>
  void for_each(Visit visit) const {
    for (const std::uintptr_t address : used_) {
      if (const SyncObject* const object = find(address)) visit(address, *object);
    }
  }

  /// Those there are now, before main() began, are what every execution starts with.
  void keep() {
    for_each([this](std::uintptr_t address, const SyncObject& object) { kept_.emplace_back(address, object); });
  }
  void restore() {
    ++generation_;
    used_.clear();
    for (const auto& [address, object] : kept_) at(address) = object;
  }

 private:
  static constexpr std::size_t kFirstSlots = 64;

  struct Slot {
    std::uintptr_t address = 0;
    std::uint64_t generation = 0;  // of another execution: the slot is empty
    SyncObject* object = nullptr;
    bool lives = false;  // and was not forgotten
  };

  std::size_t slot_of(std::uintptr_t address) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = mix(0, address) & mask;
    while (slots_[i].generation == generation_ && slots_[i].address != address) i = (i + 1) & mask;
    return i;
  }

  static SyncObject& revive(Slot& slot) {
    if (!slot.lives) *slot.object = SyncObject();
    slot.lives = true;
    return *slot.object;
  }

  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    std::swap(old, slots_);
    for (const Slot& slot : old) {
      if (slot.generation == generation_) slots_[slot_of(slot.address)] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::deque<SyncObject> pool_;  // of all executions, used again
  std::vector<std::uintptr_t> used_;
  std::uint64_t generation_ = 1;
  std::vector<std::pair<std::uintptr_t, SyncObject>> kept_;
};

}  // namespace interleave
