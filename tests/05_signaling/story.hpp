// tests/05_signaling/story.hpp: a script for one queue, and what came of it.
// Included by the judge's side. Each call of a script has a thread of its own and begins once everybody has come to
// rest after the call before, so there is nothing left to chance.
#pragma once

#include "judge/parent/checks.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace story {

/// Results of calls; others are numbers of items, or 1 and 0 for push().
inline constexpr std::int64_t kNothing = -1;
inline constexpr std::int64_t kWaits = -2;  ///< it waits, and nobody is at work who could wake it
inline constexpr std::int64_t kBusy = -3;  ///< it does not come to rest: it looks again and again for what it waits for

/// A right answer needs a small part of it. Threads that wait for ever are found by the scenario itself, much sooner.
inline const judge::Limits kLimits{.deadline = std::chrono::seconds(15)};

/// Why a story may break off, and what to do about it.
struct Suspicion {
  std::string hole;
  std::string why;
  std::string to_try;
};

/// Asks a scenario; a crash or a hang is told with the suspicion that belongs to the check.
inline judge::Facts facts_of(const std::string& scenario, const judge::Facts& asked, const Suspicion& suspicion) {
  const judge::Outcome outcome = judge::outcome_of(scenario, asked, kLimits);
  switch (outcome.ending) {
    case judge::Ending::answered:
      return outcome.answer;
    case judge::Ending::crashed:
    case judge::Ending::hung:
      judge::wrong({suspicion.hole, outcome.reason, suspicion.why, suspicion.to_try});
    default:
      // The judge has words for every other ending.
      return judge::answer_of(scenario, asked, suspicion.hole, kLimits);
  }
}

/// What to play: calls "push:7", "pop" and "close", and "hold_before_wait", "hold_after_wake", "hold_after_notify" and
/// "let_go".
struct Script {
  std::int64_t capacity = 1;
  std::string steps;
  int spurious = 0;  ///< how many of each thread's first waits wake up for no reason

  judge::Facts facts() const {
    judge::Facts facts;
    facts.set("capacity", capacity);
    facts.set("steps", steps);
    if (spurious > 0) facts.set("spurious", spurious);
    return facts;
  }

  /// How a student would read it: "push(7), pop(), close()".
  std::string text() const {
    std::istringstream words(steps);
    std::string text;
    for (std::string word; words >> word;) {
      if (!is_call(word)) continue;
      if (!text.empty()) text += ", ";
      text += word.starts_with("push:") ? "push(" + word.substr(5) + ")" : word + "()";
    }
    return "(capacity " + std::to_string(capacity) + "; calls, a thread each: " + text + ")";
  }

  static bool is_call(std::string_view word) { return word == "pop" || word == "close" || word.starts_with("push:"); }
};

/// A script that was played. Calls and steps are counted from 0.
class Story {
 public:
  Story(const Script& script, const Suspicion& suspicion)
      : script_(script), told_(facts_of("script", script.facts(), suspicion)) {}

  /// What `call` had come to after `step`.
  std::int64_t after(int step, std::size_t call) const {
    return told_.wholes("after_" + std::to_string(step)).at(call);
  }
  std::int64_t at_end(std::size_t call) const { return told_.wholes("at_end").at(call); }

  /// Whether it had ended, or certainly waited. Neither holds where it was still at work.
  bool ended(int step, std::size_t call) const { return after(step, call) > kWaits; }
  bool waits(int step, std::size_t call) const { return after(step, call) == kWaits; }

  /// How many calls wait at the end, and will for ever.
  std::int64_t stuck() const { return std::ranges::count(told_.wholes("at_end"), kWaits); }

  int copies() const { return told_.count("copies"); }

  /// Ends the check as wrong; the script is added to what is said.
  [[noreturn]] void wrong(const std::string& hole, const std::string& what, const std::string& why,
                          const std::string& to_try) const {
    judge::wrong({hole, what + "  " + script_.text(), why, to_try});
  }

 private:
  Script script_;
  judge::Facts told_;
};

/// What pop() gave, in words.
inline std::string popped(std::int64_t result) {
  if (result == kNothing) return "nothing";
  if (result == kWaits) return "no answer, it waits for ever";
  if (result == 1'000'000'001) return "an item that had been moved away or was never pushed";
  return std::to_string(result);
}

inline const char* const kAskAgain =
    "give wait() the condition, or wait in a while loop: wait(lock, [this] { return closed_ || ...; })";

/// After `step` the call push() should have ended with true.
inline void check_pushed(const Story& story, int step, std::size_t call, const Suspicion& if_it_waits) {
  if (story.waits(step, call)) {
    story.wrong(if_it_waits.hole, "push() waits, wanted true at once: there is room", if_it_waits.why,
                if_it_waits.to_try);
  }
  if (story.at_end(call) == 0) {
    story.wrong("05.1", "push() gave false, wanted true: the queue was open", "false means closed, never full",
                "wait while the queue is full and open, and answer false only where it is closed");
  }
}

/// After `step` the call pop() should have ended with `number`.
inline void check_popped(const Story& story, int step, std::size_t call, std::int64_t number,
                         const Suspicion& if_it_waits) {
  if (story.waits(step, call)) {
    story.wrong(if_it_waits.hole, "pop() waits, wanted " + std::to_string(number) + " at once: it is in the queue",
                if_it_waits.why, if_it_waits.to_try);
  }
  if (story.at_end(call) == kNothing) {
    story.wrong("05.2", "pop() gave nothing, wanted " + std::to_string(number) + ": it was pushed before",
                "nothing means that the queue is closed and every item has been taken",
                "ask first whether there is an item; closed matters only where there is none");
  }
  if (story.at_end(call) != number) {
    story.wrong("05.2", "pop() gave " + popped(story.at_end(call)) + ", wanted " + std::to_string(number),
                "items leave in the order in which they came", "append at one end, take from the other");
  }
}

/// After `step` the call push() should wait, for the queue is full.
inline void check_push_waits(const Story& story, int step, std::size_t call, const std::string& why) {
  if (!story.ended(step, call)) return;
  const bool answer = story.after(step, call) == 1;
  story.wrong("05.1",
              "push() into a full queue gave " + std::string(answer ? "true" : "false") +
                  ", wanted it to wait: no place was free",
              why, kAskAgain);
}

/// After `step` the call pop() should wait, for the queue is empty.
inline void check_pop_waits(const Story& story, int step, std::size_t call, const std::string& why) {
  if (!story.ended(step, call)) return;
  story.wrong(
      "05.2",
      "pop() from an empty queue gave " + popped(story.after(step, call)) + ", wanted it to wait: the queue was open",
      why, kAskAgain);
}

}  // namespace story
