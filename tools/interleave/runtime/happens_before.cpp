// tools/interleave/runtime/happens_before.cpp: see happens_before.hpp.
#include "happens_before.hpp"

#include "hash.hpp"

namespace interleave {

const VectorClock& HappensBefore::clock(int step) const {
  static const VectorClock kNothing;
  return step < 0 ? kNothing : entries_[static_cast<std::size_t>(step)].clock;
}

void HappensBefore::keep_first(int count) {
  while (entries_.size() > static_cast<std::size_t>(count)) forget_last();
}

void HappensBefore::forget_last() {
  const Entry& entry = entries_.back();
  while (links_.size() > entry.links) {
    const Link& link = links_.back();
    chains_[static_cast<std::size_t>(link.chain)].newest = link.older;
    links_.pop_back();
  }
  last_[entry.choice.thread] = entry.previous;
  entries_.pop_back();
  if (process_exit_ >= static_cast<int>(entries_.size())) process_exit_ = -1;
}

VectorClock HappensBefore::clock_with(int thread, const Operation& operation) const {
  VectorClock clock = this->clock(last_of(thread));
  visit_dependent(thread, operation, [&](int step) {
    if (!knows(clock, step)) clock.join(this->clock(step));
    return false;  // the newest of a chain knows the others
  });
  clock.advance(thread);
  return clock;
}

void HappensBefore::add(const TakenStep& step) {
  const int thread = step.choice.thread;
  const Operation& operation = step.operation;
  const int number = static_cast<int>(entries_.size());
  entries_.push_back({clock_with(thread, operation), step.choice, last_of(thread), links_.size()});
  last_[static_cast<std::size_t>(thread)] = number;
  if (operation.kind == Kind::process_exit) {
    process_exit_ = number;
    return;
  }
  for_each_group(operation, [&](std::uintptr_t group, std::uint8_t bytes) {
    const int chain = chain_of(group, thread, bytes, only_looks(operation.kind));
    int& newest = chains_[static_cast<std::size_t>(chain)].newest;
    links_.push_back({number, chain, newest});
    newest = static_cast<int>(links_.size()) - 1;
  });
}

int HappensBefore::chain_of(std::uintptr_t group, int thread, std::uint8_t bytes, bool looks) {
  const auto [first, is_new] = first_chain_.try_emplace(group, -1);
  for (int chain = first->second; chain >= 0; chain = chains_[static_cast<std::size_t>(chain)].next) {
    const Chain& each = chains_[static_cast<std::size_t>(chain)];
    if (each.thread == thread && each.bytes == bytes && each.looks == looks) return chain;
  }
  chains_.push_back({static_cast<ThreadId>(thread), bytes, looks, -1, first->second});
  first->second = static_cast<int>(chains_.size()) - 1;
  return first->second;
}

std::uint64_t HappensBefore::trace() const {
  std::uint64_t sum = 0;
  for (const Entry& entry : entries_) {
    const Choice& choice = entry.choice;
    std::uint64_t hash = mix(static_cast<std::uint64_t>(choice.way), std::uint64_t{choice.thread} << 8 | choice.woken);
    for (int thread = 0; thread < entry.clock.threads(); ++thread) hash = mix(hash, entry.clock[thread]);
    sum += hash;  // in whatever order they were taken
  }
  return sum;
}

}  // namespace interleave
