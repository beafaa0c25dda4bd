// tools/interleave/report/report.hpp: what the explorer has to say of a program, as data.
//
// The explored program writes a stream of records to a private descriptor; decode() makes a Report of it. A record is
// one line: fields separated by tabs, the first one names the record. In texts, backslash, tab, newline and carriage
// return are written \\ \t \n \r. Addresses are hexadecimal with 0x, bytes are pairs of hexadecimal digits in
// the order in which they lie in memory, lists are separated by commas, numbers are decimal. Records of unknown
// name are skipped by nobody: they are an error, since both sides are built together.
//
//   progress  phase executions seconds cut                       while the search runs, at most ten times a second
//   phase     name executions complete(0|1) blocked cut          one for each way of searching that was used, in order
//   total     executions seconds points most_steps threads
//   verdict   proved | nothing_found | fails | unsupported | fault | not_done
//   limit     text                                               what was not searched, and why; one line each
//   external  symbol                                             called, and not modelled
//   failure   kind text exit_code                                the worst thing found; before its steps
//   replay    string                                             of the schedule below
//   thread    id  address-of-its-function                        T0 is main; in the order of their creation
//   step      number thread operation address size before after preempts(0|1) note stack
//   waits     thread operation address holder stack              who can't go on at the end; holder -1: nobody
//   race      address size thread operation step stack thread operation step stack      (earlier access first)
//   wakeup    step thread address                                a notification that nobody waited for
//   warning   kind text address address stack stack
//   watched   address size type name                             from interleave_watch()
//   outcome   text executions replay                             each different text given to interleave_outcome()
//   printed   text                                               what the program printed in the schedule shown
//   traces    count                                              how many executions differed in more than the order of
//                                                                independent steps; only where it was asked for
//   outputs   count                                              how many different outputs there were (at least)
//   end                                                          the last record; missing: the program was killed
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace interleave {

/// Addresses of calls, innermost first: each is inside the call instruction, so a line can be looked up as it is.
using Stack = std::vector<std::uint64_t>;

/// What a search says at its end.
enum class Verdict {
  proved,         ///< every schedule was run, none fails
  nothing_found,  ///< none of those that were run fails; `limits` says what was left out
  fails,
  unsupported,  ///< the program does what the explorer can't model
  fault,        ///< the explorer's own
  not_done      ///< the program ended with the exit code for an exercise that is not done (3)
};

/// One step of one thread.
struct Step {
  int number = 0;  ///< counted from 1; a replay string counts alike
  int thread = 0;
  std::string operation;  ///< "read", "write", "lock", ...: the words that the runtime uses
  std::uint64_t address = 0;
  int size = 0;        ///< bytes of the variable that was read or written; 0 for others
  std::string before;  ///< its bytes before the step, and after it
  std::string after;
  bool preempts = false;  ///< another thread could have gone on, and this one was chosen
  std::string note;       ///< what else happened: "wakes T2", "times out", "finds it taken"
  Stack stack;
};

/// A thread that can't go on.
struct Waiting {
  int thread = 0;
  std::string operation;
  std::uint64_t address = 0;
  int holder = -1;  ///< the thread that holds what it waits for, or that it joins; -1: none
  Stack stack;
};

/// One of the two accesses of a race.
struct Access {
  int thread = 0;
  std::string operation;
  int step = 0;
  Stack stack;
};

struct Race {
  std::uint64_t address = 0;
  int size = 0;
  Access first;
  Access second;
};

/// A notification that came while nobody waited.
struct LostNotification {
  int step = 0;
  int thread = 0;
  std::uint64_t address = 0;
};

struct Failure {
  std::string kind;  ///< see failures.hpp
  std::string text;
  int exit_code = 0;
};

struct Warning {
  std::string kind;
  std::string text;
  std::uint64_t first_address = 0;
  std::uint64_t second_address = 0;
  Stack first;
  Stack second;
};

/// One way of searching, and how far it came.
struct Phase {
  std::string name;  ///< "bound 0", "reduced", "random", ...
  std::int64_t executions = 0;
  bool complete = false;
  std::int64_t blocked = 0;  ///< executions given up because another covers them
  std::int64_t cut = 0;      ///< executions given up at a limit
};

struct Progress {
  std::string phase;
  std::int64_t executions = 0;
  double seconds = 0;
  std::int64_t cut = 0;
};

struct Watched {
  std::uint64_t address = 0;
  int size = 0;
  std::string type;
  std::string name;
};

struct Outcome {
  std::string text;
  std::int64_t executions = 0;
  std::string replay;
};

struct ThreadInfo {
  int id = 0;
  std::uint64_t function = 0;
};

/// Everything about one search.
struct Report {
  Verdict verdict = Verdict::fault;
  bool ended = false;  ///< the program said that this is all
  std::vector<Phase> phases;
  std::int64_t executions = 0;
  double seconds = 0;
  int points = 0;      ///< variables that more than one thread touches
  int most_steps = 0;  ///< of one execution
  int most_threads = 0;
  std::vector<std::string> limits;
  std::vector<std::string> externals;
  std::optional<Failure> failure;
  std::string replay;
  std::vector<ThreadInfo> threads;
  std::vector<Step> steps;
  std::vector<Waiting> waiting;
  std::vector<Race> races;
  std::vector<LostNotification> lost_notifications;
  std::vector<Warning> warnings;
  std::vector<Watched> watched;
  std::vector<Outcome> outcomes;
  std::string printed;
  int outputs = 0;
  std::int64_t traces = -1;  ///< -1: not counted
};

/// Something came that no explored program of ours writes.
class BadRecord : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Takes a stream of records, in pieces of any size.
class Decoder {
 public:
  /// @param on_progress  called for each progress record; may be empty
  explicit Decoder(std::function<void(const Progress&)> on_progress = {}) : on_progress_(std::move(on_progress)) {}

  /// @throws BadRecord  naming the line
  void take(std::string_view bytes);

  const Report& report() const { return report_; }
  /// The latest progress record; what was covered where no `total` has come.
  const Progress& last_progress() const { return last_progress_; }
  /// How many records have come.
  std::int64_t records() const { return lines_; }

 private:
  void take_line(std::string_view line);

  std::function<void(const Progress&)> on_progress_;
  std::string rest_;
  std::int64_t lines_ = 0;
  Progress last_progress_;
  Report report_;
};

}  // namespace interleave
