// tools/interleave/runtime/bounded.cpp: depth-first search with a bound on preemptions. Most errors of concurrency show
// with two or fewer, and the schedules with few are the ones that a person can follow.
// Source: Musuvathi, Qadeer, "Iterative Context Bounding for Systematic Testing of Multithreaded Programs" (PLDI 2007).
#include "strategy.hpp"

#include <limits>
#include <utility>
#include <vector>

namespace interleave {
namespace {

class Bounded final : public Strategy {
 public:
  explicit Bounded(int bound, int unasked) : bound_(bound), most_unasked_(unasked) {}

  std::string name() const override { return "bound " + std::to_string(bound_); }

  const Plan* next() override {
    if (!started_) {
      started_ = true;
      return &plan_;
    }
    while (!nodes_.empty()) {
      if (turn_to_untried(nodes_.back())) {
        plan_.prefix.resize(nodes_.size());
        plan_.prefix.back() = choice(nodes_.back(), nodes_.back().tried);
        return &plan_;
      }
      choices_.resize(nodes_.back().choices);
      nodes_.pop_back();
    }
    return nullptr;
  }

  bool covers_everything() const override { return !left_out_; }

  void learn(const Recording& recording) override {
    left_out_ = left_out_ || recording.cycle_start >= 0;  // a circle: whether anything leads out of it is not seen here
    for (std::size_t i = nodes_.size(); i < static_cast<std::size_t>(recording.steps_taken); ++i) add(recording, i);
  }

 private:
  struct Node {
    std::size_t choices = 0;  // where they begin
    std::size_t count = 0;    // of them
    std::size_t first = 0;    // the one that was taken by default
    std::size_t tried = 0;    // the one that was taken last
    std::size_t untried = 0;  // those from here on were not
    int preemptions = 0;      // before this step
    int unasked = 0;          // before this step
    ThreadId before = 0;
    bool before_could_go_on = false;
  };

  const Choice& choice(const Node& node, std::size_t index) const { return choices_[node.choices + index]; }

  int preemptions_with(const Node& node, std::size_t index) const {
    return node.preemptions + (is_preemption(choice(node, index), node.before, node.before_could_go_on) ? 1 : 0);
  }

  // What comes by default happens since nothing else can.
  int unasked_with(const Node& node, std::size_t index) const {
    return node.unasked + (index != node.first && is_unasked(choice(node, index).way) ? 1 : 0);
  }

  void add(const Recording& recording, std::size_t i) {
    const TakenStep& step = recording.steps[i];
    const std::span<const Choice> choices = recording.choices_of(step);
    Node node{.choices = choices_.size(), .count = choices.size()};
    choices_.insert(choices_.end(), choices.begin(), choices.end());
    while (choice(node, node.first) != step.choice) ++node.first;
    node.tried = node.first;
    node.before = step.before;
    node.before_could_go_on = step.before_could_go_on;
    if (!nodes_.empty()) {
      node.preemptions = preemptions_with(nodes_.back(), nodes_.back().tried);
      node.unasked = unasked_with(nodes_.back(), nodes_.back().tried);
    }
    nodes_.push_back(node);
    plan_.prefix.push_back(step.choice);
  }

  bool turn_to_untried(Node& node) {
    for (; node.untried < node.count; ++node.untried) {
      if (node.untried == node.first) continue;
      if (preemptions_with(node, node.untried) > bound_ || unasked_with(node, node.untried) > most_unasked_) {
        left_out_ = true;
        continue;
      }
      node.tried = node.untried++;
      return true;
    }
    return false;
  }

  int bound_;
  int most_unasked_;
  bool left_out_ = false;  // a schedule with more of either
  bool started_ = false;
  Plan plan_;
  std::vector<Node> nodes_;
  std::vector<Choice> choices_;  // of the nodes, one behind the other
};

class Random final : public Strategy {
 public:
  Random(Then how, std::uint64_t seed) {
    plan_.then = how;
    plan_.seed = seed;
  }

  std::string name() const override { return plan_.then == Then::randomly ? "random" : "random priorities"; }
  const Plan* next() override {
    ++plan_.seed;
    return &plan_;
  }
  void learn(const Recording&) override {}

 private:
  Plan plan_;
};

}  // namespace

std::unique_ptr<Strategy> bounded(int bound) { return bounded(bound, std::numeric_limits<int>::max()); }

std::unique_ptr<Strategy> bounded(int bound, int unasked) { return std::make_unique<Bounded>(bound, unasked); }

std::unique_ptr<Strategy> random_schedules(Then how, std::uint64_t seed) { return std::make_unique<Random>(how, seed); }

}  // namespace interleave
