// tools/interleave/runtime/sync_objects.hpp: mutexes, condition variables, semaphores and their like, known by their
// address. What a program's pthread_mutex_t holds is never looked at: an object begins free and empty when it is first
// met.
#pragma once

#include "fresh_table.hpp"
#include "vector_clock.hpp"

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

class SyncObjects {
 public:
  /// Stays where it is until the execution ends.
  SyncObject& at(std::uintptr_t address) {
    Place& place = places_.at(address);
    if (place.object == nullptr) {
      if (met_.size() == pool_.size()) pool_.emplace_back();
      place.object = &pool_[met_.size()];
      met_.push_back(address);
    }
    static const SyncObject kNew;
    if (!place.lives) *place.object = kNew;
    place.lives = true;
    return *place.object;
  }

  const SyncObject* find(std::uintptr_t address) const {
    const Place* const place = places_.find(address);
    return place != nullptr && place->lives ? place->object : nullptr;
  }

  void forget(std::uintptr_t address) {
    if (Place* const place = places_.find(address)) place->lives = false;
  }

  /// Calls `visit` with each address and its object, in the order in which they were met.
  template <class Visit>
  void for_each(Visit visit) const {
    for (const std::uintptr_t address : met_) {
      if (const SyncObject* const object = find(address)) visit(address, *object);
    }
  }

  /// Those there are now, before main() began, are what every execution starts with.
  void keep() {
    for_each([this](std::uintptr_t address, const SyncObject& object) { kept_.emplace_back(address, object); });
  }
  void restore() {
    places_.clear();
    met_.clear();
    for (const auto& [address, object] : kept_) at(address) = object;
  }

 private:
  struct Place {
    SyncObject* object = nullptr;
    bool lives = false;  // false: forgotten
  };

  FreshTable<Place> places_;
  std::deque<SyncObject> pool_;  // of all executions, used again
  std::vector<std::uintptr_t> met_;
  std::vector<std::pair<std::uintptr_t, SyncObject>> kept_;
};

}  // namespace interleave
