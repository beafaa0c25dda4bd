// lessons/06_processes/demo_copy.cpp: after fork() parent and child each have a total of their own.
// The child adds to its copy and the parent never sees it; then the child sends its value through a pipe.
#include <workbook/arguments.hpp>
#include <workbook/integrate.hpp>
#include <workbook/program.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <iostream>
#include <string>
#include <system_error>

namespace {

constexpr std::int64_t kStrips = 1'000'000;

int checked(int result, const char* what) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), what);
  return result;
}

// The child's life: it adds to its own total, says so, and sends what it has.
[[noreturn]] void be_the_child(double total, int pipe_end) {
  total += workbook::integrate(workbook::square, 0, 10, kStrips);
  std::cout << "child:  total = " << total << ", in its own copy" << std::endl;
  const bool sent = write(pipe_end, &total, sizeof total) == static_cast<ssize_t>(sizeof total);
  _exit(sent ? 0 : 1);
}

void show_both_totals() {
  double total = 0;
  int ends[2];
  checked(pipe(ends), "pipe");
  std::cout << "before: total = " << total << std::endl;
  const pid_t child = checked(fork(), "fork");
  if (child == 0) be_the_child(total, ends[1]);

  close(ends[1]);
  checked(waitpid(child, nullptr, 0), "waitpid");
  std::cout << "parent: total = " << total << ", though the child has added to its own and ended" << std::endl;
  double received = 0;
  if (read(ends[0], &received, sizeof received) == static_cast<ssize_t>(sizeof received)) total += received;
  close(ends[0]);
  std::cout << "parent: total = " << total << ", after it has read what the child sent" << std::endl;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    workbook::Arguments(argc, argv).end();
    show_both_totals();
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "demo_copy: " << error.what() << '\n';
    return workbook::kExitUsage;
  }
}
