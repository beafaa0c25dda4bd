// tools/interleave/report/stepper.cpp: see stepper.hpp.
#include "interleave/report/stepper.hpp"

#include "interleave/report/screen.hpp"
#include "interleave/report/signals.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <string_view>

namespace interleave {

namespace {

constexpr std::string_view kEnter = "\033[?1049h\033[?25l";  // another screen, no cursor
constexpr std::string_view kLeave = "\033[?25h\033[?1049l";

// The signal that asked us to end; 0: none yet.
volatile sig_atomic_t ending_signal = 0;

void note_end(int number) { ending_signal = number; }

// A new size of the window ends the wait for a key, and the picture is drawn anew.
void note_new_size(int) {}

sigset_t signals_to_wait_for() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGWINCH);
  for (const int signal : kEndingSignals) sigaddset(&signals, signal);
  return signals;
}

void write_all(std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = write(STDOUT_FILENO, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}

/// Keys come one by one and unseen while this lives. Signals come while we wait for a key, and at no other time: else
/// one might come between the look whether it came and the wait.
class RawTerminal {
 public:
  RawTerminal() {
    tcgetattr(STDIN_FILENO, &before_);
    const sigset_t held_back = signals_to_wait_for();
    sigprocmask(SIG_BLOCK, &held_back, &signals_before_);
    struct sigaction wake {};
    wake.sa_handler = note_new_size;
    sigaction(SIGWINCH, &wake, &before_new_size_);
    termios raw = before_;
    raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw);
    write_all(kEnter);
  }
  ~RawTerminal() {
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    sigaction(SIGWINCH, &before_new_size_, nullptr);
    write_all(kLeave);
    sigprocmask(SIG_SETMASK, &signals_before_, nullptr);
  }
  RawTerminal(const RawTerminal&) = delete;
  RawTerminal& operator=(const RawTerminal&) = delete;

  /// Whether a key came, or the terminal's end, and not a signal.
  bool wait_for_key() const {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    return ppoll(&input, 1, nullptr, &signals_before_) > 0;
  }

 private:
  termios before_{};
  sigset_t signals_before_{};
  struct sigaction before_new_size_ {};
};

enum class Key { on, back, first, last, leave, redraw, other };

Key key_of(std::string_view bytes) {
  struct Known {
    std::string_view bytes;
    Key key;
  };
  constexpr std::array kKnown{Known{" ", Key::on},         Known{"\n", Key::on},        Known{"\033[C", Key::on},
                              Known{"\033OC", Key::on},    Known{"\033[B", Key::on},    Known{"\033OB", Key::on},
                              Known{"b", Key::back},       Known{"\177", Key::back},    Known{"\033[D", Key::back},
                              Known{"\033OD", Key::back},  Known{"\033[A", Key::back},  Known{"\033OA", Key::back},
                              Known{"\033[H", Key::first}, Known{"\033OH", Key::first}, Known{"\033[1~", Key::first},
                              Known{"g", Key::first},      Known{"\033[F", Key::last},  Known{"\033OF", Key::last},
                              Known{"\033[4~", Key::last}, Known{"G", Key::last},       Known{"q", Key::leave},
                              Known{"\033", Key::leave}};
  const auto found = std::ranges::find(kKnown, bytes, &Known::bytes);
  return found == kKnown.end() ? Key::other : found->key;
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

// The bytes of an arrow's key begin with an escape and [ or O, and end with a letter or ~.
bool is_complete(std::string_view bytes) {
  if (bytes.size() < 2) return false;
  const bool introduced = bytes[1] == '[' || bytes[1] == 'O';
  return !introduced || (bytes.size() > 2 && bytes.back() >= '@');
}

Key read_key(const RawTerminal& terminal) {
  if (!terminal.wait_for_key()) return Key::redraw;
  std::string bytes;
  if (!read_one(bytes)) return Key::leave;
  while (bytes[0] == '\033' && !is_complete(bytes) && more_comes_at_once() && read_one(bytes)) {
  }
  return key_of(bytes);
}

void draw(const Story& story, const Sources& sources, std::size_t at, Look look) {
  winsize size{};
  int height = 24;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0) {
    height = size.ws_row;
    look.width = size.ws_col;
  }
  std::string picture = "\033[H";
  const std::vector<std::string> lines = screen(story, sources, at, std::max(height, 10), look);
  for (std::size_t i = 0; i < lines.size(); ++i) picture += lines[i] + "\033[K" + (i + 1 < lines.size() ? "\r\n" : "");
  write_all(picture + "\033[J");
}

void walk(const Story& story, const Sources& sources, const Look& look, const RawTerminal& terminal) {
  std::size_t at = 0;
  while (ending_signal == 0) {
    draw(story, sources, at, look);
    switch (read_key(terminal)) {
      case Key::on:
        at = std::min(at + 1, story.moments.size());
        break;
      case Key::back:
        at = at == 0 ? 0 : at - 1;
        break;
      case Key::first:
        at = 0;
        break;
      case Key::last:
        at = story.moments.size();
        break;
      case Key::leave:
        return;
      default:
        break;
    }
  }
}

}  // namespace

bool step_through(const Story& story, const Sources& sources, const Look& look) {
  if (isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0) return false;
  ending_signal = 0;
  {
    const EndingSignals signals(note_end);
    const RawTerminal raw;
    walk(story, sources, look, raw);
  }
  // The terminal is as it was: the signal may now do what it does without us.
  if (ending_signal != 0) raise(ending_signal);
  return true;
}

}  // namespace interleave
