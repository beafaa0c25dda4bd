// tests/05_signaling/crew.cpp: see crew.hpp.
#include "crew.hpp"

#include "judge/processes.hpp"

#include <poll.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>
#include <utility>

namespace crew {

namespace {

// A thread that does this much in one step will not come to rest: it looks again and again for what it waits for. It
// is measured by what the thread did and not by the clock, so a busy machine changes nothing.
constexpr std::int64_t kRestlessNanoseconds = 50'000'000;
constexpr std::int64_t kRestlessSwitches = 20;

// How many looks in a row, a millisecond apart, must find the same before it counts as rest.
constexpr int kLooksForRest = 20;
constexpr int kLooksForTheEnd = 1000;

// What the kernel says of a thread.
struct Sight {
  bool asleep = false;
  std::int64_t switches = 0;  // how often it has given up the processor by itself
};

Sight sight_of(pid_t thread) {
  const std::string switches = judge::status_of("/proc/self/task/" + std::to_string(thread), "voluntary_ctxt_switches");
  return {judge::state_of(getpid(), thread) == 'S', switches.empty() ? 0 : std::stoll(switches)};
}

// Takes looks, a millisecond apart, until as many in a row as wanted found the same, or it is time to give up.
// `look` gives how often each thread has rested, and nothing where one is at work. Returns whether enough looks found
// the same.
template <class Look, class GiveUp>
bool watch(int wanted, Look look, GiveUp give_up) {
  std::vector<std::int64_t> before;
  for (int same = 0; same < wanted;) {
    if (give_up()) return false;
    poll(nullptr, 0, 1);  // Not sleep_for(): those are counted, and belong to the student.
    const std::vector<std::int64_t> now = look();
    same = !now.empty() && now == before ? same + 1 : 0;
    before = now;
  }
  return true;
}

}  // namespace

std::int64_t cpu_nanoseconds(pthread_t thread) {
  clockid_t clock{};
  timespec used{};
  if (pthread_getcpuclockid(thread, &clock) != 0 || clock_gettime(clock, &used) != 0) return 0;
  return static_cast<std::int64_t>(used.tv_sec) * 1'000'000'000 + used.tv_nsec;
}

void wait_until_others_rest() {
  const auto look = [] {
    std::vector<std::int64_t> seen;
    for (const pid_t thread : judge::threads_of(getpid())) {
      if (thread == gettid()) continue;
      const Sight sight = sight_of(thread);
      if (!sight.asleep) return std::vector<std::int64_t>{};
      seen.push_back(sight.switches);
    }
    return seen;
  };
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(2);
  watch(kLooksForRest, look, [&] { return std::chrono::steady_clock::now() >= end; });
}

// One call in a thread of its own.
class Crew::Member {
 public:
  bool ended() const { return result_ != kBusy; }
  std::int64_t result() const { return result_; }

  Sight sight() const { return sight_of(thread_); }

  void run(const std::function<std::int64_t()>& call) {
    thread_ = gettid();
    result_ = call();
  }

 private:
  std::atomic<pid_t> thread_ = 0;
  std::atomic<std::int64_t> result_ = kBusy;
};

// What a thread has done so far.
struct Crew::Effort {
  std::int64_t nanoseconds;
  std::int64_t switches;
};

Crew::~Crew() {
  for (std::size_t i = 0; i < members_.size(); ++i) {
    if (members_[i]->ended()) {
      threads_[i].join();
    } else {
      threads_[i].detach();
    }
  }
}

void Crew::send(std::function<std::int64_t()> call) {
  const auto member = std::make_shared<Member>();
  members_.push_back(member);
  threads_.emplace_back([member, call = std::move(call)] { member->run(call); });
}

std::vector<std::int64_t> Crew::settle() {
  const std::vector<Effort> before = efforts();
  const bool at_rest = watch(
      kLooksForRest, [&] { return look(); }, [&] { return all_ended() || restless_since(before); });
  return results(at_rest ? kWaits : kBusy);
}

std::vector<std::int64_t> Crew::finish() {
  watch(
      kLooksForTheEnd, [&] { return look(); }, [&] { return all_ended(); });
  return results(kWaits);
}

bool Crew::all_ended() const {
  return std::ranges::all_of(members_, [](const auto& member) { return member->ended(); });
}

// What tells one look from the next: how often each thread has rested. Empty where one is at work.
std::vector<std::int64_t> Crew::look() const {
  std::vector<std::int64_t> seen;
  for (const auto& member : members_) {
    const Sight sight = member->ended() ? Sight{.asleep = true} : member->sight();
    if (!sight.asleep) return {};
    seen.push_back(sight.switches);
  }
  return seen;
}

std::vector<Crew::Effort> Crew::efforts() {
  std::vector<Effort> list;
  for (std::size_t i = 0; i < members_.size(); ++i) {
    const bool ended = members_[i]->ended();
    list.push_back({ended ? 0 : cpu_nanoseconds(threads_[i].native_handle()), members_[i]->sight().switches});
  }
  return list;
}

bool Crew::restless_since(const std::vector<Effort>& before) {
  const std::vector<Effort> now = efforts();
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (members_[i]->ended()) continue;
    if (now[i].nanoseconds - before[i].nanoseconds > kRestlessNanoseconds) return true;
    if (now[i].switches - before[i].switches > kRestlessSwitches) return true;
  }
  return false;
}

std::vector<std::int64_t> Crew::results(std::int64_t otherwise) const {
  std::vector<std::int64_t> list;
  for (const auto& member : members_) list.push_back(member->ended() ? member->result() : otherwise);
  return list;
}

}  // namespace crew
