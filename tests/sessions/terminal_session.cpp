// tests/sessions/terminal_session.cpp: see terminal_session.hpp.
#include "terminal_session.hpp"

#include "programs/failure.hpp"
#include "programs/programs.hpp"

#include <fmt/core.h>

#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <fstream>
#include <random>
#include <sstream>
#include <system_error>

namespace sessions {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// A machine may be busy; whoever waits so long waits for something that does not come.
constexpr std::chrono::seconds kPatience{90};
constexpr timespec kBetweenLooks{0, 20'000'000};

volatile sig_atomic_t ending_signal = 0;

void note_end(int number) { ending_signal = number; }

std::string random_name() {
  std::random_device source;
  return fmt::format("workbook-{:08x}{:08x}", source(), source());
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<pid_t> all_processes() {
  std::vector<pid_t> all;
  for (const auto& entry : fs::directory_iterator("/proc")) {
    const std::string name = entry.path().filename();
    if (name.find_first_not_of("0123456789") == std::string::npos) all.push_back(std::stoi(name));
  }
  return all;
}

// Empty where the process has gone, or has ended and is not reaped.
std::string name_of(pid_t process) {
  const std::string folder = fmt::format("/proc/{}", process);
  std::ifstream stat(folder + "/stat");
  std::string text;
  std::getline(stat, text);
  const std::size_t open = text.find('(');
  const std::size_t close = text.rfind(')');
  if (open == std::string::npos || close == std::string::npos || text.substr(close + 2, 1) == "Z") return "";
  return text.substr(open + 1, close - open - 1);
}

}  // namespace

TerminalSession::TerminalSession(const std::vector<std::string>& environment, int columns, int lines)
    : signals_(note_end), server_(random_name()) {
  std::vector<std::string> words{"new-session",
                                 "-d",
                                 "-x",
                                 std::to_string(columns),
                                 "-y",
                                 std::to_string(lines),
                                 "-c",
                                 WORKBOOK_ROOT,
                                 "env",
                                 "-u",
                                 "NO_COLOR",
                                 "-u",
                                 "PAGER",
                                 "-u",
                                 "ENV",
                                 "PS1=$ ",
                                 "LC_ALL=C.UTF-8",
                                 "WORKBOOK_STUDENT=" + folder_.path().string()};
  words.insert(words.end(), environment.begin(), environment.end());
  words.emplace_back("sh");
  tmux(words);
  shell_ = std::stoi(tmux({"display-message", "-p", "#{pane_pid}"}));
  device_ = lines_of(tmux({"display-message", "-p", "#{pane_tty}"})).front();
  shows("$");
  before_ = settings();
}

TerminalSession::~TerminalSession() {
  try {
    tmux({"kill-server"});
  } catch (const std::exception&) {
    // It has ended already.
  }
}

std::string TerminalSession::tmux(std::vector<std::string> words) {
  words.insert(words.begin(), {"LC_ALL=C.UTF-8", "tmux", "-L", server_, "-f", "/dev/null"});
  const workbook::Finished finished = workbook::run({"/usr/bin/env", words});
  if (finished.exit_code != 0) throw workbook::Failure("tmux: " + finished.output);
  return finished.output;
}

fs::path TerminalSession::exercise(const std::string& lesson) const {
  const fs::path folder = folder_.path() / "work" / lesson;
  fs::create_directories(folder);
  return folder / "exercise.hpp";
}

void TerminalSession::type(const std::string& text, const std::string& key) {
  if (!text.empty()) tmux({"send-keys", "-l", text});
  if (!key.empty()) tmux({"send-keys", key});
}

void TerminalSession::resize(int columns, int lines) {
  tmux({"resize-window", "-x", std::to_string(columns), "-y", std::to_string(lines)});
}

std::vector<std::string> TerminalSession::screen() { return lines_of(tmux({"capture-pane", "-p"})); }

std::string TerminalSession::all_text() { return tmux({"capture-pane", "-p", "-J", "-S", "-"}); }

std::string TerminalSession::coloured_screen() { return tmux({"capture-pane", "-p", "-e"}); }

bool TerminalSession::shows(const std::string& text) {
  const bool shown = comes_true([&] {
    return std::ranges::any_of(screen(), [&](const auto& line) { return line.find(text) != std::string::npos; });
  });
  if (!shown) fmt::print(stderr, "'{}' did not come; the window shows:\n{}\n", text, all_text());
  return shown;
}

bool TerminalSession::comes_true(const std::function<bool()>& fact) {
  const Clock::time_point limit = Clock::now() + kPatience;
  while (!fact()) {
    if (ending_signal != 0) throw workbook::Failure("interrupted");
    if (Clock::now() >= limit) return false;
    nanosleep(&kBetweenLooks, nullptr);
  }
  return true;
}

pid_t TerminalSession::foreground() {
  std::ifstream stat(fmt::format("/proc/{}/stat", shell_));
  std::string line;
  std::getline(stat, line);
  std::istringstream rest(line.substr(line.rfind(')') + 1));
  char state = 0;
  pid_t parent = 0;
  pid_t group = 0;
  pid_t session = 0;
  int device = 0;
  pid_t foreground = 0;
  rest >> state >> parent >> group >> session >> device >> foreground;
  return foreground;
}

std::vector<std::string> TerminalSession::running() const {
  std::vector<std::string> names;
  for (const pid_t process : all_processes()) {
    if (process == shell_ || getsid(process) != shell_) continue;
    const std::string name = name_of(process);
    if (!name.empty()) names.push_back(name);
  }
  return names;
}

bool TerminalSession::runs(const std::string& name) const {
  return std::ranges::any_of(running(), [&](const std::string& one) { return one.starts_with(name); });
}

termios TerminalSession::settings() const {
  const int terminal = open(device_.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC);
  termios now{};
  const bool known = terminal >= 0 && tcgetattr(terminal, &now) == 0;
  const int reason = errno;
  if (terminal >= 0) close(terminal);
  if (!known) throw std::system_error(reason, std::generic_category(), device_);
  return now;
}

std::string TerminalSession::changes() {
  const termios now = settings();
  std::string changes;
  if (now.c_iflag != before_.c_iflag || now.c_oflag != before_.c_oflag || now.c_cflag != before_.c_cflag ||
      now.c_lflag != before_.c_lflag || std::memcmp(now.c_cc, before_.c_cc, sizeof now.c_cc) != 0) {
    changes += "the settings (stty) differ; ";
  }
  const std::string flags = tmux({"display-message", "-p", "#{alternate_on}#{cursor_flag}#{wrap_flag}"});
  if (!flags.starts_with("011")) changes += "screen, cursor and wrapping are " + flags;
  return changes;
}

}  // namespace sessions
