// tools/terminal/pager.cpp: see pager.hpp.
#include "terminal/pager.hpp"

#include <fmt/core.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace workbook {

namespace {

// What a shell says with its exit code of a command that it can't find or can't start.
constexpr int kNotFound = 127;
constexpr int kNotStarted = 126;

// A reader may leave the pager before it has taken all: that must not end us.
class IgnoredSignal {
 public:
  explicit IgnoredSignal(int number) : number_(number), before_(signal(number, SIG_IGN)) {}
  ~IgnoredSignal() { signal(number_, before_); }
  IgnoredSignal(const IgnoredSignal&) = delete;
  IgnoredSignal& operator=(const IgnoredSignal&) = delete;

 private:
  int number_;
  sighandler_t before_;
};

// How less behaves unless the reader has said so: it ends at once where the text fits the window (F), shows colours
// (R), leaves the text on the screen (X), and says how to leave.
constexpr const char* kLess = "-FRX -Ps(space goes on, b goes back, q leaves)$";

// The reader's own pager; else less if it is there.
const char* pager() {
  const char* const chosen = std::getenv("PAGER");
  if (chosen != nullptr) return chosen;
  return "if command -v less >/dev/null 2>&1; then less; else cat; fi";
}

// Whether a pager has shown it.
bool page(const std::string& text) {
  setenv("LESS", kLess, 0);
  setenv("LESSCHARSET", "utf-8", 0);  // Our texts are, whatever the locale is.
  std::FILE* const pipe = popen(pager(), "w");
  if (pipe == nullptr) return false;
  std::fwrite(text.data(), 1, text.size(), pipe);
  const int status = pclose(pipe);
  return status != -1 &&
         !(WIFEXITED(status) && (WEXITSTATUS(status) == kNotFound || WEXITSTATUS(status) == kNotStarted));
}

}  // namespace

void show_paged(const std::string& text) {
  std::fflush(stdout);
  if (isatty(STDOUT_FILENO) != 0 && *pager() != '\0') {
    const IgnoredSignal pipe(SIGPIPE);
    // Ctrl-C belongs to the pager, which stays.
    const IgnoredSignal interrupt(SIGINT);
    if (page(text)) return;
  }
  fmt::print("{}", text);
}

}  // namespace workbook
