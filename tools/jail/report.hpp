// tools/jail/report.hpp: what the jail says about a job: a line of JSON when the program has begun, and one at its end.
#pragma once

#include "jail/job.hpp"

#include <sys/types.h>

#include <string>

namespace jail {

/// Exit code of the jail where the fault is its own.
inline constexpr int kExitFault = 125;

struct Started {
  Rung rung = Rung::limits;
  uid_t uid = 0;
  pid_t process = -1;  ///< the program's, which is its process group's, too
  pid_t parent = -1;   ///< who adopts its orphans
};

struct Ended {
  Rung rung = Rung::limits;
  int exit_code = 0;
  int signal = 0;     ///< that ended it; 0: none
  std::string limit;  ///< that ended it: wall, cpu, memory, file; empty: none did, as far as is known
  double wall_seconds = 0;
  double cpu_seconds = 0;          ///< of all its processes
  std::uint64_t memory_bytes = 0;  ///< most that one of its processes had in memory
  int interrupted_by = 0;          ///< the signal that asked the jail to end it, such as SIGTERM; 0: none did
  int left_behind = 0;             ///< processes that still ran when the program had ended
};

/// Where reports go. Nobody can write there but the jail.
class Reports {
 public:
  /// @param where  a file, or the number of a descriptor; empty: nowhere
  /// @throws std::system_error  where the file can't be made
  explicit Reports(const std::string& where);
  ~Reports();
  Reports(const Reports&) = delete;
  Reports& operator=(const Reports&) = delete;

  void tell(const Started& started) const;
  void tell(const Ended& ended) const;
  void tell_fault(const std::string& reason) const;

 private:
  void write_line(const std::string& line) const;

  int descriptor_ = -1;
};

}  // namespace jail
