// tools/jail/throwaway_uid.hpp: a user for one job, who owns nothing and runs nothing else.
#pragma once

#include <sys/types.h>

#include <optional>

namespace jail {

/// Holds the number of a user for as long as it lives: no other jail on this machine takes the same one.
class ThrowawayUid {
 public:
  /// @param wish  this number; empty: one that nobody uses
  /// @throws std::runtime_error  where another jail or a process has the wish, or nothing is free
  explicit ThrowawayUid(std::optional<uid_t> wish);
  ~ThrowawayUid();
  ThrowawayUid(const ThrowawayUid&) = delete;
  ThrowawayUid& operator=(const ThrowawayUid&) = delete;

  uid_t get() const { return uid_; }

 private:
  bool claim(uid_t uid);

  uid_t uid_ = 0;
  int claim_ = -1;
};

/// Makes the calling process this user's for good, in no group but that of the same number.
void become_user(uid_t uid);

}  // namespace jail
