// tools/terminal/raw_terminal.cpp: see raw_terminal.hpp.
#include "terminal/raw_terminal.hpp"

#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <string_view>

namespace workbook {

namespace {

constexpr std::string_view kEnter = "\033[?1049h\033[?25l\033[?7l";  // another screen, no cursor, no wrapping
constexpr std::string_view kLeave = "\033[?7h\033[?25h\033[?1049l";

// What signals came. A new size of the window only ends the wait: whoever waits draws anew.
volatile sig_atomic_t ending_signal = 0;
volatile sig_atomic_t stop_came = 0;
volatile sig_atomic_t continuation_came = 0;

void note_end(int number) { ending_signal = number; }

constexpr std::array kOtherSignals{SIGWINCH, SIGTSTP, SIGCONT};

void note_other(int number) {
  if (number == SIGTSTP) stop_came = 1;
  if (number == SIGCONT) continuation_came = 1;
}

sigset_t signals_to_wait_for() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : kEndingSignals) sigaddset(&signals, signal);
  for (const int signal : kOtherSignals) sigaddset(&signals, signal);
  return signals;
}

// Signals are held back from here on. Returns those that were before.
sigset_t hold_signals_back() {
  ending_signal = 0;
  stop_came = 0;
  continuation_came = 0;
  const sigset_t held_back = signals_to_wait_for();
  sigset_t before{};
  sigprocmask(SIG_BLOCK, &held_back, &before);
  return before;
}

void write_all(std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = write(STDOUT_FILENO, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}

bool more_comes_at_once() {
  constexpr int kMilliseconds = 25;
  pollfd input{STDIN_FILENO, POLLIN, 0};
  return poll(&input, 1, kMilliseconds) > 0;
}

bool read_one(std::string& bytes) {
  char next = 0;
  if (read(STDIN_FILENO, &next, 1) != 1) return false;
  bytes += next;
  return true;
}

timespec as_timespec(std::chrono::milliseconds time) {
  constexpr long kNanosecondsOfOne = 1'000'000;
  return {time.count() / 1000, time.count() % 1000 * kNanosecondsOfOne};
}

}  // namespace

bool RawTerminal::possible() {
  const char* const kind = std::getenv("TERM");
  const bool knows_no_sequences = kind == nullptr || std::string_view(kind) == "dumb" || *kind == '\0';
  return isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0 && !knows_no_sequences;
}

RawTerminal::RawTerminal()
    : signals_before_(hold_signals_back()), ending_(note_end), others_(kOtherSignals, note_other) {
  tcgetattr(STDIN_FILENO, &before_);
  enter();
}

RawTerminal::~RawTerminal() {
  leave();
  sigprocmask(SIG_SETMASK, &signals_before_, nullptr);
}

void RawTerminal::enter() {
  shown_.clear();
  termios raw = before_;
  raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw);
  write_all(kEnter);
}

void RawTerminal::leave() const {
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  write_all(kLeave);
}

WindowSize RawTerminal::size() const {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return {};
  return {size.ws_col, size.ws_row};
}

void RawTerminal::show(const std::vector<std::string>& lines) {
  if (lines == shown_) return;
  shown_ = lines;
  const std::size_t count = std::min(lines.size(), static_cast<std::size_t>(size().lines));
  // What stood there is erased first: behind a line as wide as the window, the last character would go with it.
  constexpr std::string_view kHome = "\033[H";
  std::string picture(kHome);
  for (std::size_t i = 0; i < count; ++i)
    picture += (i + 1 < count ? "\033[K" : "\033[J") + lines[i] + (i + 1 < count ? "\r\n" : "");
  write_all(picture.append(kHome));
}

bool RawTerminal::wait(std::span<pollfd> others, std::optional<std::chrono::milliseconds> at_most) {
  std::vector<pollfd> sources{{STDIN_FILENO, POLLIN, 0}};
  sources.insert(sources.end(), others.begin(), others.end());
  const timespec limit = as_timespec(at_most.value_or(std::chrono::milliseconds(0)));
  const int ready = ppoll(sources.data(), sources.size(), at_most ? &limit : nullptr, &signals_before_);
  if (ready < 0) {
    for (pollfd& source : sources) source.revents = 0;
    notice_signals();
  }
  for (std::size_t i = 0; i < others.size(); ++i) others[i].revents = sources[i + 1].revents;
  return sources.front().revents != 0;
}

void RawTerminal::notice_signals() {
  shown_.clear();
  if (stop_came != 0) suspend();
  // Whoever stopped us, and whatever was done to the terminal meanwhile: it is ours again.
  if (continuation_came != 0) enter();
  stop_came = 0;
  continuation_came = 0;
}

// Stops as if we had never had a handler: where nobody could let us go on, the system does not stop us at all.
void RawTerminal::suspend() {
  leave();
  {
    const SignalHandlers<1> as_ever({SIGTSTP}, SIG_DFL);
    raise(SIGTSTP);
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    sigprocmask(SIG_UNBLOCK, &stop, nullptr);  // here we stop
    sigprocmask(SIG_BLOCK, &stop, nullptr);
  }
  enter();
}

KeyPress RawTerminal::read_key() const {
  std::string bytes;
  if (!read_one(bytes)) return {Key::closed, '\0'};
  while (!is_complete_key(bytes) && more_comes_at_once() && read_one(bytes)) {
  }
  return decode_key(bytes);
}

int RawTerminal::ended_by() { return ending_signal; }

}  // namespace workbook
