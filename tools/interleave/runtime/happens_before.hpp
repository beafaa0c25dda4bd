// tools/interleave/runtime/happens_before.hpp: which steps of an execution had to come before which, by their
// dependencies alone. Executions that agree in this are one and the same to every thread (a Mazurkiewicz trace).
//
// Steps are found by what they touch: for each group of eight bytes, thread and bytes in it there is a chain of steps,
// newest first, apart for those that only look. So what a step costs does not grow with those before it.
#pragma once

#include "operation.hpp"
#include "recording.hpp"
#include "vector_clock.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace interleave {

class HappensBefore {
 public:
  /// Forgets all steps but the first `count`: those that the next execution has in common with this one.
  void keep_first(int count);

  /// Takes over the next step.
  void add(const TakenStep& step);

  /// What a thread would know with this as its next step.
  VectorClock clock_with(int thread, const Operation& operation) const;

  /// The last step of a thread; -1: none.
  int last_of(int thread) const { return last_[static_cast<std::size_t>(thread)]; }
  /// What a thread knows of each thread's steps, their number, after that step. Of step -1: nothing.
  const VectorClock& clock(int step) const;
  /// Whether a thread with this clock knows of the step.
  bool knows(const VectorClock& clock, int step) const {
    const Entry& entry = entries_[static_cast<std::size_t>(step)];
    return entry.clock[entry.choice.thread] <= clock[entry.choice.thread];
  }
  int thread_of(int step) const { return entries_[static_cast<std::size_t>(step)].choice.thread; }

  /// Calls `visit` with steps of other threads that depend on the operation, each thread's from the newest on, for as
  /// long as `visit` returns true. A step may come more than once.
  template <class Visit>
  void visit_dependent(int thread, const Operation& operation, Visit visit) const {
    if (operation.kind == Kind::process_exit) {
      visit_all(thread, visit);
      return;
    }
    if (process_exit_ >= 0 && thread_of(process_exit_) != thread) visit(process_exit_);
    const bool looks = only_looks(operation.kind);
    for_each_group(operation, [&](std::uintptr_t group, std::uint8_t bytes) {
      const auto first = first_chain_.find(group);
      if (first == first_chain_.end()) return;
      for (int chain = first->second; chain >= 0; chain = chains_[static_cast<std::size_t>(chain)].next) {
        const Chain& each = chains_[static_cast<std::size_t>(chain)];
        if (each.thread == thread || (each.bytes & bytes) == 0 || (each.looks && looks)) continue;
        int link = each.newest;
        while (link >= 0 && visit(links_[static_cast<std::size_t>(link)].step)) {
          link = links_[static_cast<std::size_t>(link)].older;
        }
      }
    });
  }

  /// One number for the trace: equal for equivalent executions.
  std::uint64_t trace() const;

 private:
  struct Entry {
    VectorClock clock;
    Choice choice;
    int previous = -1;      // the step of the same thread before it
    std::size_t links = 0;  // there were, before it
  };
  struct Chain {
    ThreadId thread = 0;
    std::uint8_t bytes = 0;  // of the eight, one bit each
    bool looks = false;
    int newest = -1;  // its link
    int next = -1;    // chain of the same group
  };
  struct Link {
    int step = 0;
    int chain = 0;
    int older = -1;
  };

  template <class Use>
  static void for_each_group(const Operation& operation, Use use) {
    if (operation.address != 0) for_each_group(operation.address, std::max(operation.size, 1U), use);
    if (operation.second != 0) for_each_group(operation.second, 1, use);
  }
  template <class Use>
  static void for_each_group(std::uintptr_t address, std::uint32_t size, Use use) {
    constexpr std::uintptr_t kBytes = 8;
    const std::uintptr_t end = address + size;
    for (std::uintptr_t group = address / kBytes; group * kBytes < end; ++group) {
      const std::uintptr_t from = std::max(group * kBytes, address) % kBytes;
      const std::uintptr_t count = std::min(group * kBytes + kBytes, end) - group * kBytes - from;
      use(group, static_cast<std::uint8_t>(((1U << count) - 1) << from));
    }
  }

  // The end of the process depends on every step, of which a thread's last one knows the others.
  template <class Visit>
  void visit_all(int thread, Visit& visit) const {
    for (int other = 0; other < kMostThreads; ++other) {
      if (other != thread && last_of(other) >= 0) visit(last_of(other));
    }
  }

  int chain_of(std::uintptr_t group, int thread, std::uint8_t bytes, bool looks);
  void forget_last();

  std::vector<Entry> entries_;
  std::vector<Link> links_;
  std::vector<Chain> chains_;
  std::unordered_map<std::uintptr_t, int> first_chain_;  // of each group
  std::array<int, kMostThreads> last_ = make_last();
  int process_exit_ = -1;

  static constexpr std::array<int, kMostThreads> make_last() {
    std::array<int, kMostThreads> none{};
    for (int& each : none) each = -1;
    return none;
  }
};

}  // namespace interleave
