// tools/programs/running_program.hpp: a program that runs beside us, whose output we read as it comes and which we can
// end, with all that it has started.
#pragma once

#include "programs/pipe.hpp"
#include "programs/programs.hpp"

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace workbook {

/// Runs in a process group of its own, with nothing to read. What its processes leave behind becomes our child, so that
/// it can be ended, too. One at a time, and only where we have no other children.
class RunningProgram {
 public:
  /// @throws Failure  where it can't be started
  explicit RunningProgram(const Command& command);
  /// Ends what still runs.
  ~RunningProgram();
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  /// Descriptors to wait on, for something to read: output, and then the end. -1 where nothing more will come.
  int output() const { return output_open_ ? output_.reader() : -1; }
  int end_event() const { return end_event_; }

  /// Reads some of what is there, from standard output and standard error alike, and does not wait.
  /// @param on_line  is given each line that is whole; one that is very long comes in pieces
  /// @return         whether there was something
  bool read_some(const std::function<void(const std::string&)>& on_line);

  /// Whether the program has ended. Others of its group may still run.
  bool ended() const;

  /// Ends its processes, all of them: asks first (SIGTERM), and after two seconds asks no more (SIGKILL). Returns when
  /// they are gone. What was printed and not yet read is given to `on_line`.
  /// @return  the exit code of a program that has ended by itself; 128 + the signal's number where one ended it
  int finish(const std::function<void(const std::string&)>& on_line);

 private:
  void take(const std::string& bytes, const std::function<void(const std::string&)>& on_line);
  void reap();
  bool all_end_within(std::chrono::milliseconds time, int signal);

  Pipe output_;
  bool output_open_ = true;
  std::string unfinished_line_;
  pid_t pid_ = -1;
  int end_event_ = -1;
  std::optional<int> status_;  // as waitpid() tells it
};

}  // namespace workbook
