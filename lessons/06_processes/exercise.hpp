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
  // TODO(student) 06.1: cut the strips into chunks with workbook::chunk_of(). Start one Worker for each chunk, with
  // the x at which the chunk begins and the x at which it ends. When all are started, add up their answers. Then
  // delete the next line.
  workbook::not_done("06.1");
}

inline Worker::Worker(int number, [[maybe_unused]] const std::filesystem::path& program, [[maybe_unused]] double a,
                      [[maybe_unused]] double b, [[maybe_unused]] std::int64_t strips)
    : number_(number) {
  // TODO(student) 06.2: where `program` can't be executed, fail(). Else start it, its standard output connected to
  // output_, and write the request to its standard input. Then delete the next line.
  workbook::not_done("06.2");
}

inline double Worker::answer() {
  // TODO(student) 06.3: read all that the worker prints, until it has ended. Then ask the system how it ended. fail()
  // unless it ended with exit code 0 and printed exactly one number. Then delete the next line.
  workbook::not_done("06.3");
}

inline Worker::~Worker() {
  // TODO(student) 06.4: end the process if it still runs, and wait for it: until then its entry stays in the kernel's
  // table. Then delete the next line.
  workbook::not_done("06.4");
}
