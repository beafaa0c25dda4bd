// tools/judge/parent/standstill.hpp: proves of a group of processes that none of its threads will ever go on.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace judge {

/// Nobody has to wait for a deadline where it is certain that nothing will happen any more: when every thread of the
/// group waits in a call without a time limit that only another of its threads could end. Not certain, though it may
/// stand still all the same, is a group with a thread that sleeps, waits for a socket or for a file, with a handler for
/// signals, or with a process of its own outside the group. (An alarm without a handler is not seen. It would end a
/// process that waits for others of the group, and they for it: no right answer comes to that.) Where the kernel does
/// not tell what threads wait for, nothing is ever proved.
class Standstill {
 public:
  /// @param adopter  who becomes the parent of the group's orphans
  Standstill(pid_t group, pid_t adopter) : group_(group), adopter_(adopter) {}

  /// Looks at the group.
  /// @return  whether this look and the one before prove it: no thread has run in between, so there was a moment when
  ///          all of them waited
  bool look();

 private:
  // A thread that waits.
  struct Waiter {
    pid_t thread = 0;
    std::string call;      // in which, and its arguments
    std::string switches;  // how often it has begun to wait
    friend bool operator==(const Waiter&, const Waiter&) = default;
  };

  std::optional<std::vector<Waiter>> waiters() const;
  static std::optional<Waiter> waiter(pid_t process, pid_t thread);

  pid_t group_;
  pid_t adopter_;
  std::optional<std::vector<Waiter>> before_;
};

}  // namespace judge
