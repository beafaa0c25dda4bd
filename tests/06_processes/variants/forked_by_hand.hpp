// Without Boost: fork() and exec(). That the program can't be executed shows in exit code 127, as in a shell.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/preconditions.hpp>

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <charconv>
#include <cmath>
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
#include <utility>

class Worker {
 public:
  Worker(int number, const std::filesystem::path& program, double a, double b, std::int64_t strips) : number_(number) {
    int input[2];
    int output[2];
    if (pipe2(input, O_CLOEXEC) != 0) fail("could not be started: no pipe");
    if (pipe2(output, O_CLOEXEC) != 0) {
      close_both(input);
      fail("could not be started: no pipe");
    }
    const bool good = start(program, input[0], output[1]);
    close(input[0]);
    close(output[1]);
    output_ = output[0];
    std::ostringstream line;
    line << std::setprecision(17) << a << ' ' << b << ' ' << strips << '\n';
    const std::string text = line.str();
    // Who is gone already will be found out by its exit code.
    if (good) (void)!write(input[1], text.data(), text.size());
    close(input[1]);
    if (good) return;
    end();
    fail("could not be started");
  }

  ~Worker() { end(); }

  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  double answer() {
    std::string printed;
    char buffer[4096];
    for (ssize_t size; (size = read(output_, buffer, sizeof buffer)) > 0;) {
      printed.append(buffer, static_cast<std::size_t>(size));
    }
    int status = 0;
    waitpid(std::exchange(pid_, -1), &status, 0);
    if (WIFSIGNALED(status)) fail("was ended by signal " + std::to_string(WTERMSIG(status)));
    if (WEXITSTATUS(status) == 127) fail("could not be started");
    if (WEXITSTATUS(status) != 0) fail("ended with exit code " + std::to_string(WEXITSTATUS(status)));
    double number = 0;
    const auto [end, error] = std::from_chars(printed.data(), printed.data() + printed.size(), number);
    if (error != std::errc() || std::string(end) != "\n" || !std::isfinite(number)) {
      fail("printed '" + printed.substr(0, 60) + "'");
    }
    return number;
  }

 private:
  bool start(const std::filesystem::path& program, int input, int output) {
    pid_ = fork();
    if (pid_ == 0) {
      dup2(input, STDIN_FILENO);
      dup2(output, STDOUT_FILENO);
      execl(program.c_str(), program.c_str(), static_cast<char*>(nullptr));
      _exit(127);
    }
    return pid_ > 0;
  }

  void end() {
    if (pid_ > 0) {
      kill(pid_, SIGKILL);
      waitpid(std::exchange(pid_, -1), nullptr, 0);
    }
    close(std::exchange(output_, -1));
  }

  static void close_both(const int (&ends)[2]) {
    close(ends[0]);
    close(ends[1]);
  }

  [[noreturn]] void fail(const std::string& why) const {
    throw std::runtime_error("worker " + std::to_string(number_) + " " + why);
  }

  int number_;
  int output_ = -1;
  pid_t pid_ = -1;
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
