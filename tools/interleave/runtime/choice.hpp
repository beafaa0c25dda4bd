// tools/interleave/runtime/choice.hpp: what was chosen at one step, and how a schedule is written down.
//
// A replay string lists only the steps at which something else was chosen than by default: "12:2,20:s1". The default
// is to let the thread go on that went last, else the next one that can, counting on from it.
//   12:2   at step 12 thread T2 takes its step
//   14:w3  the notification at step 14 wakes T3
//   20:s1  T1's wait ends for no reason (spurious wake-up)
//   21:o1  T1's wait ends by its time-out
//   22:f1  T1's try_lock fails although the lock is free, as the standard allows
//   -      nothing but defaults
// In front of them may stand addresses of variables whose accesses count as steps though the first runs do not show
// them to be shared: "+404068,12:2".
#pragma once

#include "operation.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interleave {

enum class Way : char { plain = 't', wakes = 'w', spurious = 's', times_out = 'o', fails = 'f' };

struct Choice {
  ThreadId thread = 0;
  Way way = Way::plain;
  ThreadId woken = 0;  ///< for Way::wakes

  bool operator==(const Choice&) const = default;
};

/// Whether something happens in this way that no thread does: a wake-up for no reason, a time-out, a refusal.
constexpr bool is_unasked(Way way) { return way == Way::spurious || way == Way::times_out || way == Way::fails; }

/// A choice that differs from the default.
struct Deviation {
  int step = 0;  ///< from 1
  Way way = Way::plain;
  int value = 0;  ///< the thread; for Way::wakes the thread that is woken
};

struct Replay {
  std::vector<std::uintptr_t> points;
  std::vector<Deviation> deviations;
};

/// @return  nothing where `text` is not in the grammar above
std::optional<Replay> parse_replay(std::string_view text);
std::string format_replay(const Replay& replay);

}  // namespace interleave
