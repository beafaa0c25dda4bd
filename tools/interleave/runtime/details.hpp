// tools/interleave/runtime/details.hpp: everything about the steps of one execution that a person wants to see.
// Kept only when the schedule to be shown is run once more: it is too slow for the search.
#pragma once

#include "access_history.hpp"
#include "choice.hpp"
#include "operation.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace interleave {

/// Addresses of calls, innermost first.
using CallStack = std::vector<std::uintptr_t>;

struct DetailedStep {
  int number = 0;
  int thread = 0;
  Operation operation;
  bool preempts = false;
  std::string before;  // bytes
  std::string after;
  std::string note;
  CallStack stack;
};

struct DetailedRace {
  MemoryAccess first;
  MemoryAccess second;
  int first_step = 0;
  int second_step = 0;
  CallStack first_stack;
  CallStack second_stack;
};

struct LostNotificationDetail {
  int step = 0;
  int thread = 0;
  std::uintptr_t address = 0;
};

/// A variable that the program has named.
struct WatchedVariable {
  std::uintptr_t address = 0;
  std::size_t size = 0;
  std::string type;
  std::string name;
};

class Details {
 public:
  bool wanted = false;
  std::vector<DetailedStep> steps;
  std::vector<DetailedRace> races;
  std::vector<LostNotificationDetail> lost_notifications;
  std::vector<WatchedVariable> watched;

  void clear();

  void begin_step(int number, const Choice& choice, const Operation& operation, bool preempts, CallStack stack);

  /// Remembers an access, so that a later one that races with it can show where it was.
  void note_access(const MemoryAccess& access, int step, CallStack stack);
  void note_race(const MemoryAccess& first, const MemoryAccess& second, int step, CallStack stack);
  /// What the last step of the thread, an access, left in memory.
  void complete(int thread);
  void watch(std::uintptr_t address, std::size_t size, std::string_view type, std::string_view name);
  void add_note(int thread, std::string_view note);

 private:
  struct AccessPlace {
    MemoryAccess access;
    int step = 0;
    CallStack stack;
  };
  std::vector<AccessPlace> accesses_;
};

}  // namespace interleave
