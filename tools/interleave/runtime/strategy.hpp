// tools/interleave/runtime/strategy.hpp: in which order a search goes through the schedules.
#pragma once

#include "execution.hpp"
#include "recording.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace interleave {

/// A circle of states that no schedule leaves: how to come to one of them.
struct EndlessPart {
  std::vector<Choice> way_there;
};

/// Proposes plans, and learns from what became of them.
class Strategy {
 public:
  virtual ~Strategy() = default;

  virtual std::string name() const = 0;

  /// The next plan to run, until this is called again; null where all that this strategy covers was run.
  virtual const Plan* next() = 0;

  /// What became of the plan that next() gave last.
  virtual void learn(const Recording& recording) = 0;

  /// Whether no schedule was left out on purpose, once next() has nothing more.
  virtual bool covers_everything() const { return false; }

  /// Whether some state was found from which no schedule comes to an end.
  virtual std::optional<EndlessPart> endless() const { return std::nullopt; }
};

/// Every schedule with at most `bound` preemptions, each once.
std::unique_ptr<Strategy> bounded(int bound);

/// Of these the ones in which at most `unasked` choices are is_unasked().
std::unique_ptr<Strategy> bounded(int bound, int unasked);

/// Of all schedules that differ only in the order of independent steps, one.
std::unique_ptr<Strategy> reduced();

/// Schedules drawn at random, without end.
std::unique_ptr<Strategy> random_schedules(Then how, std::uint64_t seed);

}  // namespace interleave
