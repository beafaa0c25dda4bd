// lessons/06_processes/exercise.hpp: several processes, one integral, everything sent through pipes.
// Read it from the top: first the plan, then its parts.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/not_done.hpp>
#include <workbook/preconditions.hpp>
#include <workbook/process.hpp>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <iomanip>
#include <istream>
#include <iterator>
#include <limits>
#include <list>
#include <sstream>
#include <stdexcept>
#include <string>
#include <system_error>

/// A process that does one worker's share. It neither copies nor moves: keep it in a std::list.
/// Not for use by several threads at once.
class Worker {
 public:
  /// Starts `program` and sends it one line "a b strips"; doesn't wait for the answer.
  /// @param number   which worker it is, counted from 0; named in every error
  /// @param program  the program to start; its path may hold blanks
  /// @param a,b      the ends of this worker's share, sent with 17 digits, so that none is lost
  /// @param strips   the number of strips between them, >= 0
  /// @throws std::runtime_error  where the program can't be started
  Worker(int number, const std::filesystem::path& program, double a, double b, std::int64_t strips);

  /// Ends the process if it still runs, and reaps it in any case.
  ~Worker();

  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  /// Waits for the worker's answer and for its end. Call it once.
  /// @return  the one number that the worker printed
  /// @throws std::runtime_error  where the worker did anything else
  double answer();

 private:
  /// Throws std::runtime_error with a message such as "worker 2 ended with exit code 3".
  [[noreturn]] void fail(const std::string& why) const {
    throw std::runtime_error("worker " + std::to_string(number_) + " " + why);
  }

  int number_;
  bp::ipstream output_;  // what the process prints on its standard output
  bp::child process_;
};

/// Integral of x*x over [a, b] by the midpoint rule, shared out among processes.
/// @param a,b      finite; a > b negates the result
/// @param strips   number of equal strips, >= 1
/// @param workers  number of processes that work at the same time, >= 1
/// @param worker   the program to start; it reads one line "a b strips" (strips may be 0), answers with one line that
///                 holds one number, and ends with exit code 0. It doesn't wait for the end of its input.
/// @return         as exact as lesson 01's
/// @throws std::invalid_argument  naming the argument, the value got and the value wanted
/// @throws std::runtime_error     naming the worker ("worker 2", counted from 0) and why: that it could not be started,
///                 the number of the signal that ended it, its exit code where that is not 0, or else what it printed
///                 where that is not one finite number. No process is left then, running or unreaped.
inline double integrate_in_processes([[maybe_unused]] double a, [[maybe_unused]] double b,
                                     [[maybe_unused]] std::int64_t strips, [[maybe_unused]] int workers,
                                     [[maybe_unused]] const std::filesystem::path& worker) {
  workbook::require_valid(a, b, strips, workers);
  const double dx = (b - a) / static_cast<double>(strips);
  std::list<Worker> started;
  for (int number = 0; number < workers; ++number) {
    const workbook::Chunk chunk = workbook::chunk_of(strips, workers, number);
    const double from = a + static_cast<double>(chunk.first) * dx;
    const double to = a + static_cast<double>(chunk.last) * dx;
    started.emplace_back(number, worker, from, to, chunk.size());
  }
  // All of them work by now. To wait here for one costs the others nothing.
  double total = 0;
  for (Worker& one : started) total += one.answer();
  return total;
}

inline Worker::Worker(int number, [[maybe_unused]] const std::filesystem::path& program, [[maybe_unused]] double a,
                      [[maybe_unused]] double b, [[maybe_unused]] std::int64_t strips)
    : number_(number) {
  // Boost 1.74 leaves an entry that nobody can reap where the start itself fails, so look before.
  if (access(program.c_str(), X_OK) != 0) fail("could not be started: " + program.string() + " can't be executed");
  bp::opstream input;
  std::error_code error;
  // `bp::exe =` takes the path as one word. Without it the text is cut at its blanks.
  process_ = bp::child(bp::exe = program.string(), bp::std_out > output_, bp::std_in < input, error);
  if (error) fail("could not be started: " + error.message());
  input << std::setprecision(std::numeric_limits<double>::max_digits10) << a << ' ' << b << ' ' << strips << std::endl;
}

inline double Worker::answer() {
  // Read before the wait: a pipe holds 64 KiB, and a worker whose pipe is full can't end before somebody reads.
  const std::string printed(std::istreambuf_iterator<char>(output_), {});
  process_.wait();
  const int status = process_.native_exit_code();
  if (WIFSIGNALED(status)) fail("was ended by signal " + std::to_string(WTERMSIG(status)));
  if (WEXITSTATUS(status) != 0) fail("ended with exit code " + std::to_string(WEXITSTATUS(status)));
  std::istringstream text(printed);
  double number = 0;
  if (!(text >> number) || !(text >> std::ws).eof()) fail("printed '" + printed.substr(0, 60) + "', wanted one number");
  return number;
}

inline Worker::~Worker() {
  std::error_code gone;
  // Not terminate(): in Boost 1.74 it makes wait() believe that the process has been reaped.
  if (process_.running(gone)) kill(process_.id(), SIGKILL);
  process_.wait(gone);
}
