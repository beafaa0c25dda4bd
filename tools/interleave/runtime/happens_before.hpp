// tools/interleave/runtime/happens_before.hpp: which steps of an execution had to come before which, by their
// dependencies alone. Executions that agree in this are one and the same to every thread (a Mazurkiewicz trace).
#pragma once

#include "recording.hpp"
#include "vector_clock.hpp"

#include <cstdint>
#include <vector>

namespace interleave {

class HappensBefore {
 public:
  /// Takes over the steps of an execution. Those before `unchanged` are known from the last one.
  void update(const Recording& recording, int unchanged);

  /// Whether step `earlier` comes before step `later` of another thread, or is a step of the same thread before it.
  bool ordered(int earlier, int later) const;

  /// What a thread knew before its step `step`: the clock after its last one. Counted in each thread's steps.
  VectorClock before(int step) const;
  /// The step of the same thread before it; -1: none.
  int previous(int step) const { return previous_[static_cast<std::size_t>(step)]; }
  /// The last step of a thread; -1: none.
  int last_of(int thread) const { return last_[static_cast<std::size_t>(thread)]; }
  const VectorClock& clock(int step) const { return clocks_[static_cast<std::size_t>(step)]; }
  /// Whether a thread with this clock knows of the step.
  bool knows(const VectorClock& clock, int step) const;

  /// One number for the trace: equal for equivalent executions.
  std::uint64_t trace() const;

 private:
  const Recording* recording_ = nullptr;
  std::vector<VectorClock> clocks_;
  std::vector<int> previous_;
  std::vector<int> last_ = std::vector<int>(kMostThreads, -1);
};

}  // namespace interleave
