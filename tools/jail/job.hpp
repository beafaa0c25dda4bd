// tools/jail/job.hpp: what the jail is asked to run, and in what.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace jail {

/// The rungs of the ladder, the strongest one at the top. What each leaves uncontained stands in docs/isolation.md.
enum class Rung {
  namespaces,  ///< bubblewrap: a file system, a network and process numbers of its own
  landlock,    ///< the machine's file system behind Landlock, the kernel's calls behind seccomp
  limits,      ///< resource limits alone
};

inline constexpr Rung kRungs[] = {Rung::namespaces, Rung::landlock, Rung::limits};

const char* name_of(Rung rung);
/// Nothing where no rung has this name.
std::optional<Rung> rung_named(const std::string& name);

/// What the program may use.
struct Limits {
  std::chrono::seconds wall{60};  ///< from start to end
  std::chrono::seconds cpu{30};   ///< processor time of each process
  std::uint64_t memory_bytes =
      4ull << 30;  ///< addresses of each process, and memory of all together; 0: as much as they want
  std::uint64_t file_bytes = 64ull << 20;      ///< the largest file that it may write
  std::uint64_t private_bytes = 256ull << 20;  ///< of its own /tmp and /dev/shm each, where the rung gives it these
  std::uint64_t processes = 256;               ///< and threads
  std::uint64_t descriptors = 256;             ///< open at once, in each process
};

struct Job {
  std::optional<Rung> rung;                   ///< empty: the strongest that works here
  std::vector<std::filesystem::path> reads;   ///< files and folders that it may read and execute, besides the system's
  std::vector<std::filesystem::path> writes;  ///< folders that it may write, too
  std::optional<uid_t> uid;                   ///< to run as, where we are root; empty: one that nobody uses
  Limits limits;
  std::string report;                    ///< a file, or the number of a descriptor; empty: nobody wants one
  std::vector<int> kept_descriptors;     ///< that the program inherits, besides the three standard ones
  std::vector<std::string> environment;  ///< NAME=VALUE; or NAME, for the value that we have
  std::vector<std::string> command;      ///< the program, by its path, and its arguments
};

}  // namespace jail
