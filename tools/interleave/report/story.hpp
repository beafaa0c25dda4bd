// tools/interleave/report/story.hpp: a report in a person's words: names for addresses, lines for stacks. The table,
// the message, the JSON and the stepper all tell it.
#pragma once

#include "interleave/report/names.hpp"

#include <string>
#include <vector>

namespace interleave {

/// One step of the schedule that is shown.
struct Moment {
  int number = 0;
  int thread = 0;
  std::string operation;
  std::uint64_t address = 0;  ///< to tell variables apart, never shown
  std::string variable;
  bool named = false;  ///< the variable's name is the program's own, and no number
  std::string before;
  std::string after;
  bool preempts = false;
  std::string note;
  Place place;
  std::string source;  ///< the line's text, without indentation and comment

  /// `reads total = 0`, `writes total: 0 -> 1`, `locks m`, `wakes T2`: what the thread does, in the third person.
  std::string told() const;
};

/// A thread that can't go on at the end.
struct Stop {
  int thread = 0;
  std::string operation;
  std::uint64_t address = 0;
  std::string object;
  int holder = -1;
  Place place;
  std::string source;
  Place held_since;  ///< where the holder locked it, where the schedule shows that
  int held_since_step = 0;
};

/// One side of a race.
struct Side {
  int thread = 0;
  std::string operation;
  int step = 0;
  Place place;
  std::string source;
  std::vector<Place> calls;  ///< the whole stack, innermost first, hidden folders left out
};

struct Conflict {
  std::uint64_t address = 0;
  std::string variable;
  Side first;
  Side second;
};

struct Story {
  Report report;
  std::vector<Moment> moments;
  std::vector<Stop> stops;
  std::vector<Conflict> conflicts;
  std::vector<std::string> thread_names;  ///< by number: "main", "adder", "a lambda in main"; may be empty

  /// The name of what lies at an address, or "".
  std::string name_of(std::uint64_t address) const { return names(address); }
  std::function<std::string(std::uint64_t)> names;
};

/// @param report  copied into the story
Story tell(const Report& report, const Symbols& symbols, const Sources& sources, const HiddenFolders& hidden);

/// The thread that a step creates or joins; -1 where it does neither, or where that is not known.
int other_thread(const Story& story, const Moment& moment);

/// `race.cpp:12, add()`: a place as messages show it, the file as seen from the current folder.
std::string shown(const Place& place);

/// "T1"
std::string thread_name(int thread);

/// What a thread does in the third person: "reads", "locks", "waits for".
std::string verb(const std::string& operation);

}  // namespace interleave
