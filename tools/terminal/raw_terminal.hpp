// tools/terminal/raw_terminal.hpp: a terminal whose keys come one by one and whose whole window is ours, for a while.
#pragma once

#include "programs/signals.hpp"
#include "terminal/keys.hpp"

#include <poll.h>
#include <termios.h>

#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace workbook {

struct WindowSize {
  int columns = 80;
  int lines = 24;
};

/// While this lives, keys come unseen and one by one, and a second screen without a cursor covers the first. At its
/// end all is as it was, also where an exception or a signal ends us. Ctrl-Z gives the terminal back until we go on.
/// Signals are only taken while wait() waits: else one might come between the look whether it came and the wait.
/// One at a time.
class RawTerminal {
 public:
  /// Whether standard input and output are a terminal that can do this.
  static bool possible();

  RawTerminal();
  ~RawTerminal();
  RawTerminal(const RawTerminal&) = delete;
  RawTerminal& operator=(const RawTerminal&) = delete;

  WindowSize size() const;

  /// Fills the window.
  /// @param lines  from the top; what does not fit the window is cut off
  void show(const std::vector<std::string>& lines);

  /// Waits until a key comes, one of `others` has something to say, a signal came, or the time is over.
  /// @param others   as for poll(); their revents are set
  /// @param at_most  no value: for ever
  /// @return         whether read_key() will find a key, or the terminal's end
  bool wait(std::span<pollfd> others = {}, std::optional<std::chrono::milliseconds> at_most = std::nullopt);

  /// The next key. Waits for it where there is none.
  KeyPress read_key() const;

  /// The signal that asked us to end; 0: none. It holds beyond this object's life, until the next one begins: then the
  /// terminal is as it was, and the signal may be raised again, to do what it does without us.
  static int ended_by();

 private:
  void enter();
  void leave() const;
  void suspend();
  void notice_signals();

  sigset_t signals_before_{};
  const EndingSignals ending_;
  const SignalHandlers<3> others_;
  termios before_{};
  std::vector<std::string> shown_;  // what the window shows; empty where we can't know
};

}  // namespace workbook
