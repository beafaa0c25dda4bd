// tools/interleave/report/explain.cpp: what to say of each kind of failure; see message.hpp.
#include "interleave/report/failures.hpp"
#include "interleave/report/message.hpp"
#include "interleave/report/patterns.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

namespace interleave {

namespace {

std::string or_else(const std::string& name, const char* otherwise) { return name.empty() ? otherwise : name; }

std::string with_source(const Place& place, const std::string& source) {
  return source.empty() ? shown(place) : shown(place) + ": " + source;
}

// What went wrong in the end, as what follows from a cause.
std::string consequence(const Failure& failure) {
  if (failure.kind == "wrong_result") return fmt::format("here the program ends with exit code {}", failure.exit_code);
  const std::string text = failure.text.empty() ? "" : ": " + failure.text;
  if (failure.kind == "assertion") return "here an assertion fails" + text;
  if (failure.kind == "uncaught_exception") return "here an exception ends the program" + text;
  if (failure.kind == "aborted") return "here the program calls abort()";
  if (failure.kind == "crash") return "here the program crashes" + text;
  return "here it ends in: " + std::string(failure_kind(failure.kind).headline) + text;
}

// The last step whose line is known.
const Moment* last_moment(const Story& story) {
  const auto found = std::find_if(story.moments.rbegin(), story.moments.rend(),
                                  [](const Moment& moment) { return moment.place.known(); });
  return found == story.moments.rend() ? nullptr : &*found;
}

std::string where_it_ended(const Story& story) {
  const Moment* const last = last_moment(story);
  return last == nullptr
             ? ""
             : with_source(last->place, last->source) + " (the last step, " + thread_name(last->thread) + "'s)";
}

// The kinds that need nothing but their sentences.
Message plain(const Story& story, const FailureKind& kind) {
  Message message;
  message.headline = kind.headline;
  if (!story.report.failure->text.empty()) message.headline += ": " + story.report.failure->text;
  if (const std::string where = where_it_ended(story); !where.empty()) message.where = {where};
  message.why = kind.cause;
  message.advice = kind.advice;
  return message;
}

Message explain_wrong_result(const Story& story, const FailureKind& kind) {
  Message message = plain(story, kind);
  const Failure& failure = *story.report.failure;
  message.headline = fmt::format("{}: exit code {}, wanted 0", kind.headline, failure.exit_code);
  if (!failure.text.empty()) message.headline += " (" + failure.text + ")";
  if (const std::string lost = lost_update(story); !lost.empty()) message.why = "an update is lost: " + lost;
  return message;
}

std::string told(const Side& side) { return thread_name(side.thread) + " " + verb(side.operation); }

// The locks that the thread holds before that step, by their addresses.
std::map<std::uint64_t, std::string> locks_held(const Story& story, const Side& side) {
  std::map<std::uint64_t, std::string> held;
  for (const Moment& moment : story.moments) {
    if (moment.number >= side.step) break;
    if (moment.thread != side.thread) continue;
    if (moment.operation.starts_with("unlock")) held.erase(moment.address);
    const bool locks = moment.operation == "lock" || moment.operation == "reacquire";
    if (locks && !moment.variable.empty()) held[moment.address] = moment.variable;
  }
  return held;
}

// Where both hold locks, and not one of them in common, that is the mistake.
std::string told_of_different_locks(const Story& story, const Conflict& conflict) {
  const auto first = locks_held(story, conflict.first);
  const auto second = locks_held(story, conflict.second);
  const auto shared = std::ranges::find_if(first, [&](const auto& lock) { return second.contains(lock.first); });
  if (first.empty() || second.empty() || shared != first.end()) return "";
  return fmt::format("; {} holds {}, {} holds {}: two different locks keep nobody apart",
                     thread_name(conflict.first.thread), first.begin()->second, thread_name(conflict.second.thread),
                     second.begin()->second);
}

std::string at_step(int step) { return step > 0 ? fmt::format(" (step {})", step) : ""; }

Message explain_race(const Story& story, const FailureKind& kind) {
  const Conflict& conflict = story.conflicts.front();
  const std::string variable = or_else(conflict.variable, "the same memory");
  Message message;
  message.headline = fmt::format("race on {}: {}, {}, and nothing orders the two", variable, told(conflict.first),
                                 told(conflict.second));
  for (const Side* side : {&conflict.first, &conflict.second}) {
    message.where.push_back(thread_name(side->thread) + "  " + with_source(side->place, side->source));
  }
  message.why = fmt::format(
      "{} {}{} and {} it{}; no lock that both hold, no join and no atomic makes one of them wait "
      "for the other",
      told(conflict.first), variable, at_step(conflict.first.step), told(conflict.second),
      at_step(conflict.second.step));
  message.why += told_of_different_locks(story, conflict);
  if (const std::string lost = lost_update(story); !lost.empty()) message.why += "; an update is lost: " + lost;
  if (story.report.failure->kind != "race") message.why += "; " + consequence(*story.report.failure);
  message.advice = kind.advice;
  if (story.conflicts.size() > 1) {
    message.why += fmt::format("; {} in this schedule",
                               counted(static_cast<long long>(story.conflicts.size()) - 1, "more race", "more races"));
  }
  return message;
}

std::string what_it_waits_for(const Stop& stop) {
  if (stop.operation == "join") return "the end of " + thread_name(stop.holder);
  return or_else(stop.object, "something");
}

// The stops that form the circle, beginning with the first that is in one; none where there is no circle.
std::vector<Stop> circle(const std::vector<Stop>& stops) {
  for (const Stop& begin : stops) {
    std::vector<Stop> path;
    const Stop* at = &begin;
    while (at != nullptr && path.size() <= stops.size()) {
      path.push_back(*at);
      if (at->holder == begin.thread) return path;
      const auto next = std::ranges::find(stops, at->holder, &Stop::thread);
      at = next == stops.end() ? nullptr : &*next;
    }
  }
  return {};
}

std::string link_of(const Stop& stop) {
  std::string text = fmt::format("{} waits for {}", thread_name(stop.thread), what_it_waits_for(stop));
  if (stop.operation == "join" || stop.holder < 0) return text;
  if (stop.holder == stop.thread) return text + ", which it holds itself";
  return text + ", which " + thread_name(stop.holder) + " holds";
}

std::vector<std::string> threads_of(const std::vector<Stop>& stops) {
  std::vector<std::string> threads;
  for (const Stop& stop : stops) threads.push_back(thread_name(stop.thread));
  return threads;
}

void add_where(Message& message, const Stop& stop) {
  message.where.push_back(thread_name(stop.thread) + "  waits at " + with_source(stop.place, stop.source));
  if (!stop.held_since.known()) return;
  message.where.push_back(fmt::format("{}  locked {} at {} (step {})", thread_name(stop.holder), stop.object,
                                      shown(stop.held_since), stop.held_since_step));
}

constexpr const char* kLockOnce = "lock it once: let the function that is called while it is held not lock it again";

// A thread that locks again what it holds stops in that step, and not behind it.
bool locks_twice(const Story& story) {
  return !story.moments.empty() && story.moments.back().operation == "lock" &&
         story.report.failure->text.find("holds the lock already") != std::string::npos;
}

Message explain_locked_twice(const Story& story) {
  const Moment& last = story.moments.back();
  const std::string thread = thread_name(last.thread);
  Message message;
  message.headline =
      fmt::format("deadlock: {} locks {}, which it holds already", thread, or_else(last.variable, "a mutex"));
  const auto first = std::find_if(story.moments.rbegin() + 1, story.moments.rend(), [&](const Moment& moment) {
    return moment.thread == last.thread && moment.address == last.address && moment.operation == "lock";
  });
  if (first != story.moments.rend()) {
    message.where.push_back(
        fmt::format("{}  locks it at {} (step {})", thread, with_source(first->place, first->source), first->number));
  }
  message.where.push_back(thread + "  locks it again at " + with_source(last.place, last.source));
  message.why = "a mutex is locked once at a time, so its own holder waits for itself, for ever";
  message.advice = kLockOnce;
  return message;
}

Message explain_deadlock(const Story& story, const FailureKind& kind) {
  if (locks_twice(story)) return explain_locked_twice(story);
  const std::vector<Stop> stops = circle(story.stops);
  if (stops.empty()) return plain(story, kind);
  Message message;
  const bool alone = stops.size() == 1;
  message.headline = alone ? "deadlock: " + link_of(stops[0])
                           : fmt::format("deadlock: {} wait for {}", listed(threads_of(stops)),
                                         stops.size() == 2 ? "each other" : "one another in a circle");
  for (const Stop& stop : stops) {
    add_where(message, stop);
    message.why += (message.why.empty() ? "" : "; ") + link_of(stop);
  }
  const bool by_join = std::ranges::any_of(stops, [](const Stop& stop) { return stop.operation == "join"; });
  message.advice = kind.advice;
  if (alone && !by_join) message.advice = kLockOnce;
  if (by_join) message.advice = "let no thread hold, while it joins another, what that one still needs";
  return message;
}

// The waiting that a notification was lost for; the first one where none is on its condition.
const Stop* stop_of(const Story& story, std::uint64_t address) {
  const auto found = std::ranges::find(story.stops, address, &Stop::address);
  if (found != story.stops.end()) return &*found;
  return story.stops.empty() ? nullptr : &story.stops.front();
}

Message explain_lost_wakeup(const Story& story, const FailureKind& kind) {
  if (story.report.lost_notifications.empty()) return plain(story, kind);
  const LostNotification& lost = story.report.lost_notifications.back();
  const Stop* const stop = stop_of(story, lost.address);
  const std::string condition = or_else(story.name_of(lost.address), "the condition");
  Message message;
  message.headline = fmt::format("lost wake-up: {} notified {} at step {} while nobody waited",
                                 thread_name(lost.thread), condition, lost.step);
  const auto notified = std::ranges::find(story.moments, lost.step, &Moment::number);
  if (notified != story.moments.end()) {
    message.where.push_back(thread_name(lost.thread) + "  notifies at " +
                            with_source(notified->place, notified->source));
  }
  message.why = kind.cause;
  if (stop != nullptr) {
    message.where.push_back(thread_name(stop->thread) + "  waits at " + with_source(stop->place, stop->source));
    message.why += fmt::format("; {} waits for ever", thread_name(stop->thread));
  }
  message.advice = kind.advice;
  return message;
}

// Those first that wait for no other thread which stands still, too: they hold up the rest.
std::vector<Stop> by_importance(const Story& story) {
  std::vector<Stop> stops = story.stops;
  std::stable_partition(stops.begin(), stops.end(), [&](const Stop& stop) {
    return stop.holder < 0 || std::ranges::find(story.stops, stop.holder, &Stop::thread) == story.stops.end();
  });
  return stops;
}

constexpr const char* kUnlockAlways =
    "let a std::scoped_lock lock and unlock: it unlocks on every path, also when an exception passes";
constexpr const char* kNotifyAlways =
    "notify after every change that somebody may wait for; where several threads wait on one condition variable, "
    "notify_all";

Message explain_stuck(const Story& story, const FailureKind& kind) {
  if (story.stops.empty()) return plain(story, kind);
  const std::vector<Stop> stops = by_importance(story);
  const Stop& first = stops.front();
  const std::string waits = fmt::format("{} waits for {}", thread_name(first.thread), what_it_waits_for(first));
  Message message;
  message.why = kind.cause;
  message.advice = kind.advice;
  if (first.operation == "lock" && first.holder >= 0) {
    const std::string holder = thread_name(first.holder);
    message.headline = fmt::format("stuck for ever: {}, which {} never unlocks", waits, holder);
    message.why = fmt::format("{} has locked it and ended; no other thread may unlock it", holder);
    message.advice = kUnlockAlways;
  } else if (first.operation == "wait" || first.operation == "wake") {
    message.headline = fmt::format("stuck for ever: {}, and nobody is left to notify it", waits);
    message.why = "a wait ends with a notification; each of the other threads has ended, or waits itself";
    message.advice = kNotifyAlways;
  } else {
    message.headline = fmt::format("stuck for ever: {}, and nobody is left to end that", waits);
  }
  add_where(message, first);
  for (std::size_t i = 1; i < stops.size(); ++i) {
    // That somebody waits for the end of a thread that stands still is no news.
    if (stops[i].operation == "join") {
      message.where.push_back(link_of(stops[i]));
    } else {
      add_where(message, stops[i]);
    }
  }
  return message;
}

Message explanation(const Story& story) {
  const FailureKind& kind = primary_cause(story.report);
  if (kind.name == "race" && !story.conflicts.empty()) return explain_race(story, kind);
  if (kind.name == "deadlock") return explain_deadlock(story, kind);
  if (kind.name == "lost_wakeup") return explain_lost_wakeup(story, kind);
  if (kind.name == "stuck") return explain_stuck(story, kind);
  if (kind.name == "wrong_result") return explain_wrong_result(story, kind);
  return plain(story, kind);
}

}  // namespace

Message explain(const Story& story, const Again& again) {
  Message message = explanation(story);
  const std::string& replay = story.report.replay;
  if (!again.command.empty() && !replay.empty()) message.again = again.with(replay);
  return message;
}

}  // namespace interleave
