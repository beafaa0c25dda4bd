// tests/tools/interleave/pseudo_terminal.cpp: see pseudo_terminal.hpp.
#include "pseudo_terminal.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <system_error>

namespace cases {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds kPatience{20};

int checked(int result, const char* what) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), what);
  return result;
}

int left_until(Clock::time_point limit) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(limit - Clock::now());
  return static_cast<int>(std::max<std::chrono::milliseconds::rep>(left.count(), 0));
}

// Runs in the new process.
[[noreturn]] void become(const std::vector<std::string>& words, int terminal) {
  setsid();
  ioctl(terminal, TIOCSCTTY, 0);
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(terminal, standard);
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  execv(arguments.front(), arguments.data());
  _exit(127);
}

}  // namespace

PseudoTerminal::PseudoTerminal(const std::vector<std::string>& words) {
  master_ = checked(posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC), "posix_openpt");
  checked(grantpt(master_), "grantpt");
  checked(unlockpt(master_), "unlockpt");
  terminal_ = checked(open(ptsname(master_), O_RDWR | O_NOCTTY | O_CLOEXEC), "open");
  resize(80, 24);
  checked(tcgetattr(terminal_, &before_), "tcgetattr");
  program_ = checked(fork(), "fork");
  if (program_ == 0) become(words, terminal_);
}

PseudoTerminal::~PseudoTerminal() {
  if (program_ > 0) {
    kill(program_, SIGKILL);
    waitpid(program_, nullptr, 0);
  }
  close(terminal_);
  close(master_);
}

void PseudoTerminal::press(const std::string& keys) const {
  checked(static_cast<int>(write(master_, keys.data(), keys.size())), "write");
}

void PseudoTerminal::resize(int columns, int lines) const {
  winsize size{};
  size.ws_col = static_cast<unsigned short>(columns);
  size.ws_row = static_cast<unsigned short>(lines);
  checked(ioctl(master_, TIOCSWINSZ, &size), "TIOCSWINSZ");
}

void PseudoTerminal::send(int signal) const { checked(kill(program_, signal), "kill"); }

bool PseudoTerminal::read_some(int milliseconds) {
  pollfd source{master_, POLLIN, 0};
  if (poll(&source, 1, milliseconds) <= 0) return false;
  std::array<char, 4096> bytes{};
  const ssize_t count = read(master_, bytes.data(), bytes.size());
  if (count > 0) output_.append(bytes.data(), static_cast<std::size_t>(count));
  return count > 0;
}

bool PseudoTerminal::shows(const std::string& text) {
  return shows([&](const std::string& line) { return line.find(text) != std::string::npos; });
}

bool PseudoTerminal::shows(const std::function<bool(const std::string&)>& line) {
  const Clock::time_point limit = Clock::now() + kPatience;
  while (true) {
    const std::vector<std::string> lines = picture();
    if (std::ranges::any_of(lines, line)) return true;
    if (!read_some(left_until(limit))) return false;
  }
}

std::vector<std::string> PseudoTerminal::picture() const {
  // A picture begins and ends with the cursor at home; each of its lines begins with erasing what stood there.
  constexpr std::string_view kHome = "\033[H";
  constexpr std::string_view kErase = "\033[K";
  constexpr std::string_view kEraseAll = "\033[J";
  const std::size_t end = output_.rfind(kHome);
  if (end == std::string::npos || end == 0) return {};
  const std::size_t last_line = output_.rfind(kEraseAll, end);
  const std::size_t begin = output_.rfind(kHome, last_line);
  if (last_line == std::string::npos || begin == std::string::npos) return {};
  std::vector<std::string> lines;
  std::string_view rest = std::string_view(output_).substr(begin, last_line - begin);
  for (std::size_t at = rest.find(kErase); at != std::string_view::npos; at = rest.find(kErase)) {
    rest.remove_prefix(at + kErase.size());
    lines.emplace_back(rest.substr(0, rest.find_first_of("\r\n")));
  }
  const std::size_t text = last_line + kEraseAll.size();
  lines.push_back(output_.substr(text, output_.find(kHome, text) - text));
  return lines;
}

int PseudoTerminal::wait() {
  const Clock::time_point limit = Clock::now() + kPatience;
  const int ending = checked(static_cast<int>(syscall(SYS_pidfd_open, program_, 0)), "pidfd_open");
  bool ended = false;
  // A program whose terminal is full waits until somebody reads.
  while (!ended && left_until(limit) > 0) {
    std::array<pollfd, 2> sources{{{master_, POLLIN, 0}, {ending, POLLIN, 0}}};
    if (poll(sources.data(), sources.size(), left_until(limit)) <= 0) break;
    if (!read_some(0)) ended = sources[1].revents != 0;
  }
  close(ending);
  if (!ended) return -1;
  int status = 0;
  waitpid(program_, &status, 0);
  program_ = -1;
  return status;
}

bool PseudoTerminal::is_as_before() const {
  termios now{};
  checked(tcgetattr(terminal_, &now), "tcgetattr");
  return now.c_iflag == before_.c_iflag && now.c_oflag == before_.c_oflag && now.c_cflag == before_.c_cflag &&
         now.c_lflag == before_.c_lflag && std::memcmp(now.c_cc, before_.c_cc, sizeof now.c_cc) == 0;
}

}  // namespace cases
