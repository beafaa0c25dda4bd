// tools/interleave/runtime/happens_before.cpp: see happens_before.hpp.
#include "happens_before.hpp"

#include "hash.hpp"

#include <algorithm>

namespace interleave {

void HappensBefore::update(const Recording& recording, int unchanged) {
  recording_ = &recording;
  const int steps = recording.steps_taken;
  clocks_.resize(static_cast<std::size_t>(steps));
  previous_.resize(static_cast<std::size_t>(steps));
  std::ranges::fill(last_, -1);
  for (int i = 0; i < steps; ++i) {
    const auto index = static_cast<std::size_t>(i);
    const TakenStep& step = recording.steps[index];
    int& last = last_[step.choice.thread];
    previous_[index] = last;
    last = i;
    if (i < unchanged) continue;
    VectorClock clock = before(i);
    for (int j = i - 1; j >= 0; --j) {
      const TakenStep& other = recording.steps[static_cast<std::size_t>(j)];
      if (other.choice.thread == step.choice.thread || knows(clock, j)) continue;
      if (depends(other.operation, step.operation)) clock.join(clocks_[static_cast<std::size_t>(j)]);
    }
    clock.advance(step.choice.thread);
    clocks_[index] = clock;
  }
}

VectorClock HappensBefore::before(int step) const {
  const int last = previous(step);
  return last < 0 ? VectorClock() : clocks_[static_cast<std::size_t>(last)];
}

bool HappensBefore::knows(const VectorClock& clock, int step) const {
  const int thread = recording_->steps[static_cast<std::size_t>(step)].choice.thread;
  return clocks_[static_cast<std::size_t>(step)][thread] <= clock[thread];
}

bool HappensBefore::ordered(int earlier, int later) const {
  return knows(clocks_[static_cast<std::size_t>(later)], earlier);
}

std::uint64_t HappensBefore::trace() const {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < clocks_.size(); ++i) {
    const Choice& choice = recording_->steps[i].choice;
    std::uint64_t hash = mix(static_cast<std::uint64_t>(choice.way), std::uint64_t{choice.thread} << 8 | choice.woken);
    for (int thread = 0; thread < recording_->threads; ++thread) hash = mix(hash, clocks_[i][thread]);
    sum += hash;  // in whatever order they were taken
  }
  return sum;
}

}  // namespace interleave
