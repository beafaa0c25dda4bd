// tests/05_signaling/crew.hpp: threads that make calls which may wait, watched from outside.
// What a thread does is read from the kernel, so it is the same whether it waits on a condition variable, a semaphore
// or an atomic.
#pragma once

#include <poll.h>
#include <pthread.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace crew {

/// What a call came to, where it has no result.
inline constexpr std::int64_t kWaits = -2;  ///< it waits, and nobody is at work who could wake it
inline constexpr std::int64_t kBusy = -3;   ///< it has not ended, and its thread does not come to rest

/// A thread that does this much in one step will not come to rest: it looks again and again for what it waits for. It
/// is measured by what the thread did and not by the clock, so a busy machine changes nothing.
inline constexpr std::int64_t kRestlessNanoseconds = 50'000'000;
inline constexpr std::int64_t kRestlessSwitches = 20;

/// How many looks in a row, a millisecond apart, must find the same before it counts as rest.
inline constexpr int kLooksForRest = 20;
inline constexpr int kLooksForTheEnd = 1000;

/// Processor time that a thread of this program has used so far, in nanoseconds.
inline std::int64_t cpu_nanoseconds(pthread_t thread) {
  clockid_t clock{};
  timespec used{};
  if (pthread_getcpuclockid(thread, &clock) != 0 || clock_gettime(clock, &used) != 0) return 0;
  return static_cast<std::int64_t>(used.tv_sec) * 1'000'000'000 + used.tv_nsec;
}

/// What the kernel says of a thread.
struct Sight {
  bool asleep = false;
  std::int64_t switches = 0;  ///< how often it has given up the processor by itself
};

inline Sight sight_of(pid_t thread) {
  std::ifstream status("/proc/self/task/" + std::to_string(thread) + "/status");
  Sight sight;
  for (std::string word; status >> word;) {
    if (word == "State:") sight.asleep = status >> word && word == "S";
    if (word == "voluntary_ctxt_switches:") status >> sight.switches;
  }
  return sight;
}

/// Takes looks, a millisecond apart, until as many in a row as wanted found the same, or it is time to give up.
/// @param look  how often each thread has rested; empty where one is at work
/// @return      whether enough looks found the same
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

/// Keeps the calling thread until all others of the program have come to rest, or for 2 seconds at most.
inline void wait_until_others_rest() {
  const auto look = [] {
    std::vector<std::int64_t> seen;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/task")) {
      const pid_t thread = std::stoi(entry.path().filename().string());
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

/// One call in a thread of its own.
class Member {
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

/// The threads of one scenario, and the watch over them. The scenario itself makes no call that may wait, so it always
/// comes to its end. For use by one thread.
class Crew {
 public:
  Crew() = default;
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  /// A thread that still waits can't be joined: it ends with the process. What it uses it must own.
  ~Crew() {
    for (std::size_t i = 0; i < members_.size(); ++i) {
      if (members_[i]->ended()) {
        threads_[i].join();
      } else {
        threads_[i].detach();
      }
    }
  }

  /// Starts a thread that makes `call`, which returns 0 or more, or -1.
  void send(std::function<std::int64_t()> call) {
    const auto member = std::make_shared<Member>();
    members_.push_back(member);
    threads_.emplace_back([member, call = std::move(call)] { member->run(call); });
  }

  /// Returns once every thread has ended or is at rest, or once it is certain that one never will be.
  /// @return  the result of each call in the order in which they were sent, kWaits or kBusy where there is none
  std::vector<std::int64_t> settle() {
    const std::vector<Effort> before = efforts();
    const bool at_rest = watch(
        kLooksForRest, [&] { return look(); }, [&] { return all_ended() || restless_since(before); });
    return results(at_rest ? kWaits : kBusy);
  }

  /// Returns once every thread has ended, or it is certain that the others never will: they sleep, and so does
  /// everybody who could wake them.
  std::vector<std::int64_t> finish() {
    watch(
        kLooksForTheEnd, [&] { return look(); }, [&] { return all_ended(); });
    return results(kWaits);
  }

  /// The processor clock of the thread that was sent last.
  pthread_t last_thread() { return threads_.back().native_handle(); }

 private:
  bool all_ended() const {
    return std::ranges::all_of(members_, [](const auto& member) { return member->ended(); });
  }

  // What tells one look from the next: how often each thread has rested. Empty where one is at work.
  std::vector<std::int64_t> look() const {
    std::vector<std::int64_t> seen;
    for (const auto& member : members_) {
      const Sight sight = member->ended() ? Sight{.asleep = true} : member->sight();
      if (!sight.asleep) return {};
      seen.push_back(sight.switches);
    }
    return seen;
  }

  // What a thread has done so far.
  struct Effort {
    std::int64_t nanoseconds;
    std::int64_t switches;
  };

  std::vector<Effort> efforts() {
    std::vector<Effort> list;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      const bool ended = members_[i]->ended();
      list.push_back({ended ? 0 : cpu_nanoseconds(threads_[i].native_handle()), members_[i]->sight().switches});
    }
    return list;
  }

  bool restless_since(const std::vector<Effort>& before) {
    const std::vector<Effort> now = efforts();
    for (std::size_t i = 0; i < now.size(); ++i) {
      if (members_[i]->ended()) continue;
      if (now[i].nanoseconds - before[i].nanoseconds > kRestlessNanoseconds) return true;
      if (now[i].switches - before[i].switches > kRestlessSwitches) return true;
    }
    return false;
  }

  std::vector<std::int64_t> results(std::int64_t otherwise) const {
    std::vector<std::int64_t> list;
    for (const auto& member : members_) list.push_back(member->ended() ? member->result() : otherwise);
    return list;
  }

  std::vector<std::shared_ptr<Member>> members_;
  std::vector<std::thread> threads_;
};

}  // namespace crew
