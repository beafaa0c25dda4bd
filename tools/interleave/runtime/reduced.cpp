// tools/interleave/runtime/reduced.cpp: dynamic partial-order reduction with source sets and sleep sets. Of all
// schedules that differ only in the order of independent steps it completes exactly one. Sources: Abdulla, Aronis,
// Jonsson, Sagonas, "Source Sets: A Foundation for Optimal Dynamic Partial Order Reduction" (Journal of the ACM, 2017);
// Godefroid, "Partial-Order Methods for the Verification of Concurrent Systems" (1996), chapter 5, for sleep sets.
#include "happens_before.hpp"
#include "strategy.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace interleave {
namespace {

// A state on the way of the last execution, and what is still to be done from it.
struct Node {
  std::vector<Choice> choices;
  std::vector<bool> done;
  std::size_t taken = 0;
  ThreadSet able = 0;
  ThreadSet spinning = 0;
  ThreadSet to_explore = 0;  // threads whose step must be tried from here
  ThreadSet sleeping = 0;    // threads whose step another execution has covered
  bool reaches_end = false;  // some schedule from here comes to an end, or may do so
  int earliest_return = 0;   // the earliest state that a schedule from here comes back to

  bool thread_done(int thread) const {
    for (std::size_t i = 0; i < choices.size(); ++i) {
      if (choices[i].thread == thread && !done[i]) return false;
    }
    return true;
  }
};

// A step of a thread, taken or still to be taken.
struct Event {
  int thread = 0;
  int at = 0;        // its number
  int previous = 0;  // the thread's step before it; -1: none
  Operation operation;
  VectorClock clock;
};

// An earlier step, and whether that could surely have come later than the event.
struct Rival {
  int step = 0;
  bool surely = false;
};

// The first steps of threads in a row of steps, and whether any comes before them there.
class Beginnings {
 public:
  void clear() { threads_ = 0; }
  bool holds(int thread) const { return contains(threads_, thread); }

  /// True where nothing that is held comes before the step, so that it could begin the row.
  bool add(int thread, const VectorClock& clock) {
    bool begins = true;
    for (ThreadSet rest = threads_; rest != 0; rest &= rest - 1) {
      const int other = __builtin_ctzll(rest);
      begins = begins && clock[other] < times_[static_cast<std::size_t>(other)];
    }
    threads_ |= only(thread);
    times_[static_cast<std::size_t>(thread)] = clock[thread];
    return begins;
  }

 private:
  ThreadSet threads_ = 0;
  std::array<std::uint32_t, kMostThreads> times_{};
};

constexpr int kNever = 1 << 30;

class Reduced final : public Strategy {
 public:
  Reduced() { plan_.uses_sleep = true; }

  std::string name() const override { return "reduced"; }

  const Plan* next() override {
    if (!started_) {
      started_ = true;
      return &plan_;
    }
    while (!nodes_.empty()) {
      if (turn_to_next(nodes_.back())) {
        plan_.prefix.resize(nodes_.size());
        plan_.prefix.back() = nodes_.back().choices[nodes_.back().taken];
        changed_from_ = static_cast<int>(nodes_.size()) - 1;
        return &plan_;
      }
      pop();
    }
    return nullptr;
  }

  void learn(const Recording& recording) override {
    const int steps = recording.steps_taken;
    for (std::size_t i = nodes_.size(); i < static_cast<std::size_t>(steps); ++i) add(recording.steps[i], recording);
    recording_ = &recording;
    order_.keep_first(changed_from_);
    for (int i = changed_from_; i < steps; ++i) {
      const TakenStep& step = recording.steps[static_cast<std::size_t>(i)];
      const int thread = step.choice.thread;
      const int previous = order_.last_of(thread);
      order_.add(step);
      look_for_races({thread, i, previous, step.operation, order_.clock(i)}, step.notified_at);
    }
    for (int thread = 0; thread < recording.threads; ++thread) {
      const auto index = static_cast<std::size_t>(thread);
      if (!recording.has_pending[index]) continue;
      const Operation& operation = recording.pending[index];
      look_for_races({thread, steps, order_.last_of(thread), operation, order_.clock_with(thread, operation)}, -1);
    }
    note_end(recording);
  }

  bool covers_everything() const override { return true; }

  std::optional<EndlessPart> endless() const override { return endless_; }

 private:
  void add(const TakenStep& step, const Recording& recording) {
    const std::span<const Choice> choices = recording.choices_of(step);
    Node node;
    node.choices.assign(choices.begin(), choices.end());
    node.done.resize(choices.size());
    while (node.choices[node.taken] != step.choice) ++node.taken;
    node.done[node.taken] = true;
    node.able = step.able;
    node.spinning = step.spinning;
    node.to_explore = only(step.choice.thread);
    node.sleeping = step.sleeping;
    node.earliest_return = kNever;
    nodes_.push_back(std::move(node));
    plan_.prefix.push_back(step.choice);
  }

  // The next choice to be tried from this state, with the threads that are asleep while it is.
  bool turn_to_next(Node& node) {
    for (std::size_t i = 0; i < node.choices.size(); ++i) {
      const int thread = node.choices[i].thread;
      if (node.done[i] || !contains(node.to_explore, thread) || contains(node.sleeping, thread)) continue;
      ThreadSet asleep = node.sleeping;
      for (std::size_t j = 0; j < node.choices.size(); ++j) {
        const int other = node.choices[j].thread;
        if (other != thread && node.done[j] && node.thread_done(other)) asleep |= only(other);
      }
      node.taken = i;
      node.done[i] = true;
      plan_.sleeping = asleep;
      return true;
    }
    return false;
  }

  // Where the event could as well have come before an earlier step of another thread that depends on it, the other
  // order must be tried from the state before that one.
  // @param notified_at  the step without which it would still be waiting; -1: there is none
  void look_for_races(const Event& event, int notified_at) {
    VectorClock known = order_.clock(event.previous);
    if (notified_at >= 0 && !event.operation.wakes_itself) known.join(order_.clock(notified_at));
    rivals_.clear();
    order_.visit_dependent(event.thread, event.operation, [&](int step) {
      if (step >= event.at) return true;
      if (order_.knows(known, step)) return false;
      const Operation& earlier = recording_->steps[static_cast<std::size_t>(step)].operation;
      if (!may_be_coenabled(earlier, event.operation)) return true;
      const bool surely = could_come_first(event.operation, earlier);
      rivals_.push_back({step, surely});
      return !surely;
    });
    for (const Rival& rival : rivals_) {
      if (!is_behind_another(rival)) explore_before(rival.step, event);
    }
  }

  // Whether the other order with this one only comes into reach once that with a later one was tried.
  bool is_behind_another(const Rival& rival) const {
    return std::ranges::any_of(rivals_, [&](const Rival& other) {
      return other.surely && other.step != rival.step && order_.knows(order_.clock(other.step), rival.step);
    });
  }

  // What followed step j without depending on it, and then the event, is to be run without step j in front. A thread
  // that could begin this must be among those that are tried from there: any one is enough.
  void explore_before(int j, const Event& event) {
    Node& node = nodes_[static_cast<std::size_t>(j)];
    const ThreadSet covered = node.to_explore | node.sleeping;
    beginnings_.clear();
    ThreadSet beginning = 0;
    for (int m = j + 1; m < event.at; ++m) {
      const VectorClock& clock = order_.clock(m);
      const int thread = order_.thread_of(m);
      if (beginnings_.holds(thread) || order_.knows(clock, j)) continue;
      if (!beginnings_.add(thread, clock) || !contains(node.able, thread)) continue;
      if (contains(covered, thread)) return;
      beginning |= only(thread);
    }
    if (!beginnings_.holds(event.thread) && beginnings_.add(event.thread, event.clock)) {
      if (contains(covered, event.thread)) return;
      if (contains(node.able, event.thread)) beginning = only(event.thread);
      // It waited there, and nothing that it could do without step j would have let it go on.
      if (!contains(node.able | node.spinning, event.thread)) return;
    }
    node.to_explore |= beginning == 0 ? node.able : beginning & -beginning;
  }

  void note_end(const Recording& recording) {
    if (nodes_.empty()) return;
    Node& last = nodes_.back();
    if (recording.cycle_start < 0) {
      last.reaches_end = true;
      return;
    }
    // A state that was there before. On a circle no thread may be left out for ever.
    for (std::size_t i = static_cast<std::size_t>(recording.cycle_start); i < nodes_.size(); ++i) {
      nodes_[i].to_explore |= nodes_[i].able;
    }
    last.earliest_return = std::min(last.earliest_return, recording.cycle_start);
  }

  // Everything from the last state was tried.
  void pop() {
    const Node node = std::move(nodes_.back());
    const int index = static_cast<int>(nodes_.size()) - 1;
    nodes_.pop_back();
    plan_.prefix.resize(nodes_.size());
    const bool left_out = (node.able & ~node.to_explore) != 0 || (node.sleeping & node.able) != 0;
    if (!node.reaches_end && !left_out && node.earliest_return >= index && node.earliest_return != kNever &&
        !endless_) {
      endless_ = EndlessPart{plan_.prefix};
    }
    if (nodes_.empty()) return;
    Node& parent = nodes_.back();
    parent.reaches_end = parent.reaches_end || node.reaches_end || left_out;
    parent.earliest_return = std::min(parent.earliest_return, node.earliest_return);
  }

  bool started_ = false;
  int changed_from_ = 0;
  Plan plan_;
  const Recording* recording_ = nullptr;
  std::vector<Node> nodes_;
  HappensBefore order_;
  std::vector<Rival> rivals_;
  Beginnings beginnings_;
  std::optional<EndlessPart> endless_;
};

}  // namespace

std::unique_ptr<Strategy> reduced() { return std::make_unique<Reduced>(); }

}  // namespace interleave
