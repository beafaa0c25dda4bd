// tests/05_signaling/crew.hpp: threads that make calls which may wait, watched from outside.
// What a thread does is read from the kernel, so it is the same whether it waits on a condition variable, a semaphore
// or an atomic.
#pragma once

#include <pthread.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace crew {

/// What a call came to, where it has no result.
inline constexpr std::int64_t kWaits = -2;  ///< it waits, and nobody is at work who could wake it
inline constexpr std::int64_t kBusy = -3;   ///< it has not ended, and its thread does not come to rest

/// Processor time that a thread of this program has used so far, in nanoseconds.
std::int64_t cpu_nanoseconds(pthread_t thread);

/// Keeps the calling thread until all others of the program have come to rest, or for 2 seconds at most.
void wait_until_others_rest();

/// The threads of one scenario, and the watch over them. The scenario itself makes no call that may wait, so it always
/// comes to its end. For use by one thread.
class Crew {
 public:
  Crew() = default;
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  /// A thread that still waits can't be joined: it ends with the process. What it uses it must own.
  ~Crew();

  /// Starts a thread that makes `call`, which returns 0 or more, or -1.
  void send(std::function<std::int64_t()> call);

  /// Returns once every thread has ended or is at rest, or once it is certain that one never will be.
  /// @return  the result of each call in the order in which they were sent, kWaits or kBusy where there is none
  std::vector<std::int64_t> settle();

  /// Returns once every thread has ended, or it is certain that the others never will: they sleep, and so does
  /// everybody who could wake them.
  std::vector<std::int64_t> finish();

  /// The processor clock of the thread that was sent last.
  pthread_t last_thread() { return threads_.back().native_handle(); }

 private:
  class Member;
  struct Effort;

  bool all_ended() const;
  std::vector<std::int64_t> look() const;
  std::vector<Effort> efforts();
  bool restless_since(const std::vector<Effort>& before);
  std::vector<std::int64_t> results(std::int64_t otherwise) const;

  std::vector<std::shared_ptr<Member>> members_;
  std::vector<std::thread> threads_;
};

}  // namespace crew
