// tools/programs/signals.hpp: what happens, for a while, when somebody presses Ctrl-C.
#pragma once

#include <signal.h>

#include <array>
#include <cstddef>

namespace workbook {

/// The signals that ask a command to end.
inline constexpr std::array kEndingSignals{SIGINT, SIGTERM, SIGHUP};

/// Sets a handler for some signals, and gives them back their old ones at the end. A system call that waits is
/// interrupted by them (EINTR). Handlers belong to the whole process: one at a time, or properly nested.
template <std::size_t count>
class SignalHandlers {
 public:
  SignalHandlers(const std::array<int, count>& signals, void (*handler)(int)) : signals_(signals) {
    struct sigaction action {};
    action.sa_handler = handler;
    for (std::size_t i = 0; i < count; ++i) sigaction(signals_[i], &action, &before_[i]);
  }
  ~SignalHandlers() {
    for (std::size_t i = 0; i < count; ++i) sigaction(signals_[i], &before_[i], nullptr);
  }
  SignalHandlers(const SignalHandlers&) = delete;
  SignalHandlers& operator=(const SignalHandlers&) = delete;

 private:
  std::array<int, count> signals_;
  std::array<struct sigaction, count> before_{};
};

/// The same for the ending signals.
class EndingSignals : public SignalHandlers<kEndingSignals.size()> {
 public:
  explicit EndingSignals(void (*handler)(int)) : SignalHandlers(kEndingSignals, handler) {}
};

}  // namespace workbook
