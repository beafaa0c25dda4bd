// Every worker is in a process group of its own, so that whatever it starts ends with it.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/preconditions.hpp>
#include <workbook/process.hpp>

#if __has_include(<boost/process/v1/group.hpp>)
#include <boost/process/v1/group.hpp>
#else
#include <boost/process/group.hpp>
#endif

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
    bp::opstream input;
    std::error_code error;
    process_ = bp::child(bp::exe = program.string(), bp::std_out > output_, bp::std_in < input, group_, error);
    if (error) fail("could not be started: " + error.message());
    input << std::setprecision(17) << a << ' ' << b << ' ' << strips << std::endl;
  }

  ~Worker() {
    std::error_code gone;
    if (process_.running(gone)) killpg(group_.native_handle(), SIGKILL);
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
  bp::ipstream output_;
  bp::group group_;
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
