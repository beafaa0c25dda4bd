// tools/interleave/runtime/objects.hpp: mutexes, condition variables, semaphores and their like, known by their
// address. What a program's pthread_mutex_t holds is never looked at: an object begins free and empty when it is first
// met.
#pragma once

#include "vector_clock.hpp"

#include <cstdint>
#include <unordered_map>

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
  SyncObject& at(std::uintptr_t address) { return objects_[address]; }
  const SyncObject* find(std::uintptr_t address) const {
    const auto found = objects_.find(address);
    return found == objects_.end() ? nullptr : &found->second;
  }
  void forget(std::uintptr_t address) { objects_.erase(address); }
  void clear() { objects_.clear(); }

  auto begin() const { return objects_.begin(); }
  auto end() const { return objects_.end(); }

 private:
  std::unordered_map<std::uintptr_t, SyncObject> objects_;
};

}  // namespace interleave
