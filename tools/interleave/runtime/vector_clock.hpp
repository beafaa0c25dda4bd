// tools/interleave/runtime/vector_clock.hpp: how much of every thread's past a thread, or an object, knows of.
// Source: Mattern, "Virtual Time and Global States of Distributed Systems" (1989).
#pragma once

#include "operation.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace interleave {

class VectorClock {
 public:
  VectorClock() = default;
  VectorClock(const VectorClock& other) { *this = other; }
  /// Copies no more than the threads that either knows of: most programs have few.
  VectorClock& operator=(const VectorClock& other) {
    const auto count = static_cast<std::size_t>(std::max(used_, other.used_));
    std::copy_n(other.times_.begin(), count, times_.begin());
    used_ = other.used_;
    return *this;
  }

  std::uint32_t operator[](int thread) const { return times_[static_cast<std::size_t>(thread)]; }

  /// Those from this one on are 0.
  int threads() const { return used_; }

  void advance(int thread) {
    ++times_[static_cast<std::size_t>(thread)];
    used_ = std::max(used_, thread + 1);
  }

  /// Learns all that `other` knows.
  void join(const VectorClock& other) {
    for (int thread = 0; thread < other.used_; ++thread) {
      const auto i = static_cast<std::size_t>(thread);
      times_[i] = std::max(times_[i], other.times_[i]);
    }
    used_ = std::max(used_, other.used_);
  }

  void clear() {
    std::fill_n(times_.begin(), used_, 0);
    used_ = 0;
  }

 private:
  std::array<std::uint32_t, kMostThreads> times_{};
  int used_ = 0;  // times_ beyond are 0
};

}  // namespace interleave
