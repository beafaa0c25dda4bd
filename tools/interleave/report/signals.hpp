// tools/interleave/report/signals.hpp: what happens, for a while, when somebody presses Ctrl-C.
#pragma once

#include <signal.h>

#include <array>

namespace interleave {

/// The signals that ask a command to end.
inline constexpr std::array kEndingSignals{SIGINT, SIGTERM, SIGHUP};

/// Sets a handler for the ending signals, and gives them back their old ones at the end. A system call that waits is
/// interrupted by them (EINTR). Handlers belong to the whole process: one at a time, or properly nested.
class EndingSignals {
 public:
  explicit EndingSignals(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    for (std::size_t i = 0; i < kEndingSignals.size(); ++i) sigaction(kEndingSignals[i], &action, &before_[i]);
  }
  ~EndingSignals() {
    for (std::size_t i = 0; i < kEndingSignals.size(); ++i) sigaction(kEndingSignals[i], &before_[i], nullptr);
  }
  EndingSignals(const EndingSignals&) = delete;
  EndingSignals& operator=(const EndingSignals&) = delete;

 private:
  std::array<struct sigaction, kEndingSignals.size()> before_{};
};

}  // namespace interleave
