// tools/jail/landlock.hpp: shuts the calling process in by Landlock, the kernel's own sandbox; see landlock(7).
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace jail {

/// Which version of Landlock's interface the kernel has; 0: it has no Landlock, or it is switched off.
int landlock_version();

/// From this version on a process can't send signals out of its domain, nor reach an abstract socket outside.
inline constexpr int kLandlockWithScopes = 6;

/// What a path is open for.
struct Access {
  std::vector<std::filesystem::path> reads;   ///< to read and to execute
  std::vector<std::filesystem::path> writes;  ///< to change in every way, too
};

/// A set of rules, made while every path can still be reached.
class Landlock {
 public:
  /// @throws std::system_error  where the kernel has no Landlock or a path can't be opened
  explicit Landlock(const Access& access);
  ~Landlock();
  Landlock(const Landlock&) = delete;
  Landlock& operator=(const Landlock&) = delete;

  /// From here on the calling process, and all that it starts, sees no other files. Needs no_new_privs.
  void enter() const;

 private:
  void allow(const std::filesystem::path& path, std::uint64_t accesses) const;

  int rules_ = -1;
};

}  // namespace jail
