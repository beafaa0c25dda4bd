// tools/interleave/runtime/reduced.cpp: dynamic partial-order reduction with sleep sets. Of all schedules that differ
// only in the order of independent steps it completes exactly one. Sources: Flanagan, Godefroid, "Dynamic Partial-Order
// Reduction for Model Checking Software" (POPL 2005); Godefroid, "Partial-Order Methods for the Verification of
// Concurrent Systems" (1996), chapter 5, for sleep sets.
#include "happens_before.hpp"
#include "strategy.hpp"

#include <algorithm>
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
    plan_.prefix.resize(nodes_.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i) plan_.prefix[i] = nodes_[i].choices[nodes_[i].taken];
    order_.update(recording, changed_from_);
    for (int i = changed_from_; i < steps; ++i) {
      const TakenStep& step = recording.steps[static_cast<std::size_t>(i)];
      look_for_races(recording, i, step.choice.thread, step.operation, order_.previous(i));
    }
    for (int thread = 0; thread < recording.threads; ++thread) {
      const auto index = static_cast<std::size_t>(thread);
      if (recording.has_pending[index]) {
        look_for_races(recording, steps, thread, recording.pending[index], order_.last_of(thread));
      }
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
    node.to_explore = only(step.choice.thread);
    node.sleeping = step.sleeping;
    node.earliest_return = kNever;
    nodes_.push_back(std::move(node));
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

  // Where the thread's next operation could as well have come before an earlier one of another thread that depends on
  // it, the other order must be tried from the state before that one.
  void look_for_races(const Recording& recording, int at, int thread, const Operation& operation, int previous) {
    const VectorClock known = previous < 0 ? VectorClock() : order_.clock(previous);
    for (int j = at - 1; j >= 0; --j) {
      const TakenStep& other = recording.steps[static_cast<std::size_t>(j)];
      if (other.choice.thread == thread || !depends(other.operation, operation)) continue;
      if (order_.knows(known, j) || !may_be_coenabled(other.operation, operation)) continue;
      explore_before(recording, j, at, thread, known);
      if (j < previous) return;
    }
  }

  void explore_before(const Recording& recording, int j, int at, int thread, const VectorClock& known) {
    Node& node = nodes_[static_cast<std::size_t>(j)];
    if (contains(node.able, thread)) {
      node.to_explore |= only(thread);
      return;
    }
    ThreadSet leading_there = 0;
    for (int m = j + 1; m < at; ++m) {
      const int other = recording.steps[static_cast<std::size_t>(m)].choice.thread;
      if (order_.knows(known, m) && contains(node.able, other)) leading_there |= only(other);
    }
    if (leading_there == 0) {
      node.to_explore |= node.able;
    } else if ((leading_there & node.to_explore) == 0) {
      node.to_explore |= leading_there & -leading_there;  // any one of them
    }
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
  std::vector<Node> nodes_;
  HappensBefore order_;
  std::optional<EndlessPart> endless_;
};

}  // namespace

std::unique_ptr<Strategy> reduced() { return std::make_unique<Reduced>(); }

}  // namespace interleave
