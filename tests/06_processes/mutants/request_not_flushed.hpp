// caught by: Processes.MayEndBeforeTheyAreRead
// says: no worker was sent its line
// also fails: Processes.GiveOneThousandThirds
// also fails: Processes.AnswersAreWhatIsAddedUp
// also fails: Processes.AreSentEveryDigit
// also fails: Processes.ChangeTheSignWithTheDirection
// also fails: Processes.MayBeMoreThanTheStrips
// also fails: Processes.WorkAllAtOnce
// also fails: Processes.AreFoundWhereThePathHasBlanks
// also fails: Processes.MayWarnOnStandardError
// also fails: Processes.MayFillStandardError
// also fails: Processes.WhoseExitCodeIsNot0AreErrors
// also fails: Processes.EndedByASignalAreErrors
// also fails: Processes.ThatPrintRubbishAreErrors
// also fails: Processes.ThatPrintAMebibyteAreErrors
// also fails: Processes.ThatCannotBeStartedAreErrors
// also fails: Processes.AreGoneAfterTheAnswer
// also fails: Processes.AreGoneAfterAnError
// also fails: Processes.AreGoneAfterAFailedStart
// also fails: Processes.LeaveNoDescriptorOpen
// The line waits in the stream's buffer, the worker waits for the line, and the caller for the worker.
#pragma once

#include <workbook/chunks.hpp>
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

class Worker {
 public:
  Worker(int number, const std::filesystem::path& program, double a, double b, std::int64_t strips) : number_(number) {
    if (access(program.c_str(), X_OK) != 0) fail("could not be started");
    std::error_code error;
    process_ = bp::child(bp::exe = program.string(), bp::std_out > output_, bp::std_in < input_, error);
    if (error) fail("could not be started: " + error.message());
    input_ << std::setprecision(17) << a << ' ' << b << ' ' << strips << '\n';
  }

  ~Worker() {
    std::error_code gone;
    if (process_.running(gone)) kill(process_.id(), SIGKILL);
    process_.wait(gone);
  }

  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  double answer() {
    const std::string printed(std::istreambuf_iterator<char>(output_), {});
    process_.wait();
    const int status = process_.native_exit_code();
    if (WIFSIGNALED(status)) fail("was ended by signal " + std::to_string(WTERMSIG(status)));
    if (WEXITSTATUS(status) != 0) fail("ended with exit code " + std::to_string(WEXITSTATUS(status)));
    std::istringstream text(printed);
    double number = 0;
    if (!(text >> number) || !(text >> std::ws).eof()) fail("printed '" + printed.substr(0, 60) + "'");
    return number;
  }

 private:
  [[noreturn]] void fail(const std::string& why) const {
    throw std::runtime_error("worker " + std::to_string(number_) + " " + why);
  }

  int number_;
  bp::opstream input_;
  bp::ipstream output_;
  bp::child process_;
};

inline double integrate_in_processes(double a, double b, std::int64_t strips, int workers,
                                     const std::filesystem::path& worker) {
  workbook::require_valid(a, b, strips, workers);
  const double dx = (b - a) / static_cast<double>(strips);
  std::list<Worker> started;
  for (int number = 0; number < workers; ++number) {
    const workbook::Chunk chunk = workbook::chunk_of(strips, workers, number);
    const double from = a + static_cast<double>(chunk.first) * dx;
    const double to = a + static_cast<double>(chunk.last) * dx;
    started.emplace_back(number, worker, from, to, chunk.size());
  }
  double total = 0;
  for (Worker& one : started) total += one.answer();
  return total;
}
