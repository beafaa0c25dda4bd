// tools/jail/watch.hpp: for whoever starts a program by way of the jail: the words of its command, and what it says.
#pragma once

#include "jail/report.hpp"

#include <sys/types.h>

#include <string>
#include <vector>

namespace jail {

/// The jail's descriptor for its reports. Bind Watch::writer() to it in the new process.
inline constexpr int kReportDescriptor = 102;

/// To end the jail and all that it runs. SIGKILL would leave it no moment to clear away.
inline constexpr int kEndingSignal = 15;  // SIGTERM

/// One start by way of the jail, in this order: command(), start it, close_writer(), wait_for_start(), wait for its
/// end, fault(). The jail ends as the program did: with the same exit code, or by the same signal.
class Watch {
 public:
  Watch();
  ~Watch();
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  /// @param prefix   the jail's program and options, as a user gives them
  /// @param options  of the starter; where both name a limit, the prefix's counts
  /// @param program  and its arguments
  static std::vector<std::string> command(const std::vector<std::string>& prefix,
                                          const std::vector<std::string>& options,
                                          const std::vector<std::string>& program);

  int writer() const { return writer_; }
  void close_writer();

  /// Waits until the program runs.
  /// @throws std::runtime_error  with the reason where it never will: a fault of the jail's, or of the one who asks
  Started wait_for_start();

  /// After the jail's end, whether its start was waited for or not.
  /// @return  why the jail could not do its work; empty where it could
  std::string fault();

 private:
  std::string next_line();

  int reader_ = -1;
  int writer_ = -1;
  std::string read_so_far_;
};

}  // namespace jail
