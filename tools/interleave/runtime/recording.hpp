// tools/interleave/runtime/recording.hpp: what happened in one execution, as far as the search needs it.
// Lies in memory that a forked child shares with the search, so it holds no pointers and no containers that grow.
#pragma once

#include "choice.hpp"
#include "operation.hpp"

#include <array>
#include <cstdint>
#include <span>

namespace interleave {

enum class Ending : std::uint8_t {
  running,
  finished,  // the program came to its end
  failed,    // see Recording::failure
  blocked,   // every thread that could go on is asleep in the search's sense: another execution covers this one
  cut,       // at the limit of steps, or at a state that was there before
  diverged,  // a replayed choice was not possible
  grew       // a variable turned out to be shared whose accesses were no steps yet
};

/// Whether a choice is a preemption: it takes the turn from a thread that could have gone on, and had asked for no
/// pause.
constexpr bool is_preemption(const Choice& choice, ThreadId before, bool before_could_go_on) {
  return choice.thread != before && before_could_go_on && choice.way != Way::spurious;
}

/// One step that was taken.
struct TakenStep {
  Operation operation;
  Choice choice;
  ThreadId before = 0;              // who took the step before
  bool before_could_go_on = false;  // and had not asked for a pause
  bool by_default = true;           // known where details are wanted
  int notified_at = -1;             // the step that ended the wait; -1: it is no wait's end, or ended by itself
  ThreadSet able = 0;               // threads that had some choice
  ThreadSet spinning = 0;           // threads that had none because of a loop that changes nothing
  ThreadSet sleeping = 0;           // and those of them that the search had put to sleep
  std::uint32_t first_choice = 0;
  std::uint16_t choices = 0;
};

/// Why it failed.
struct FailureRecord {
  std::array<char, 32> kind{};
  std::array<char, 1024> text{};
  int exit_code = 0;
};

struct Recording {
  static constexpr std::size_t kMostSteps = 1'000'000;
  // Memory is taken of what is written alone, and few steps have as many choices as there are threads.
  static constexpr std::size_t kMostChoices = kMostSteps * kMostThreads;

  Ending ending = Ending::running;
  FailureRecord failure;
  int steps_taken = 0;
  std::uint32_t choices_used = 0;
  int threads = 0;
  bool raced = false;
  bool unbalanced_timeouts = false;  // a wait could have timed out once more
  int cycle_start = -1;              // Ending::cut at a repeated state: the step at which it was there before
  std::uint64_t output_hash = 0;
  std::array<char, 4096> outcome{};
  std::array<bool, kMostThreads> has_pending{};
  std::array<Operation, kMostThreads> pending{};  // of threads that had not ended
  std::array<std::uintptr_t, 4096> new_points{};  // Ending::grew
  int new_points_used = 0;
  std::array<TakenStep, kMostSteps> steps;
  std::array<Choice, kMostChoices> choices;

  std::span<const Choice> choices_of(const TakenStep& step) const {
    return std::span(choices).subspan(step.first_choice, step.choices);
  }
};

}  // namespace interleave
