// lessons/06_processes/demo_start.cpp: what it costs to start a worker and to wait for its end.
// The same request goes to a thread, to a copy of this process, and to a new program; they take turns in one run.
#include <workbook/arguments.hpp>
#include <workbook/integrate.hpp>
#include <workbook/process.hpp>
#include <workbook/program.hpp>
#include <workbook/table.hpp>
#include <workbook/timer.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>
#include <thread>

namespace {

// One strip: nearly all of the time is starting and ending.
double smallest_share() { return workbook::integrate(workbook::square, 0, 10, 1); }

void by_thread() {
  std::thread worker([] { workbook::keep(smallest_share()); });
  worker.join();
}

void by_fork() {
  const pid_t worker = fork();
  if (worker < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (worker == 0) {
    workbook::keep(smallest_share());
    _exit(0);
  }
  waitpid(worker, nullptr, 0);
}

void by_program(const std::string& program) {
  bp::opstream input;
  bp::ipstream output;
  bp::child worker(bp::exe = program, bp::std_out > output, bp::std_in < input);
  input << "0 10 1" << std::endl;
  double part = 0;
  output >> part;
  workbook::keep(part);
  worker.wait();
}

void compare(int rounds) {
  const std::string program = std::filesystem::canonical("/proc/self/exe").parent_path() / "worker";
  const workbook::BestTimes all = workbook::best_times(by_thread, by_fork, rounds);
  const workbook::BestTimes again = workbook::best_times(
      by_thread, [&] { by_program(program); }, rounds);
  const workbook::Timer::Seconds thread = std::min(all.first, again.first);

  workbook::Table table({"one worker, started and ended", "microseconds", "times a thread"});
  const auto add = [&](const char* name, workbook::Timer::Seconds time) {
    table.add({name, workbook::fixed(time.count() * 1e6, 0), workbook::fixed(time / thread, 1)});
  };
  add("a thread", thread);
  add("a copy of this process, by fork()", all.second);
  add("a new program, with a pipe each way", again.second);
  std::cout << table << "best of " << rounds << std::endl;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    workbook::Arguments arguments(argc, argv);
    const int rounds = arguments.whole<int>("rounds", 100, 1, 1000);
    arguments.end();
    compare(rounds);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "demo_start: " << error.what() << '\n';
    return workbook::kExitUsage;
  }
}
