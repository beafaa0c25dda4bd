// tools/workbook/scale/interrupt.hpp: Ctrl-C as a wish to end, not as the end.
#pragma once

#include <csignal>

namespace workbook {

/// While one of these exists, Ctrl-C is only noted. The programs that we started get it all the same. One at a time.
class NotedInterrupt {
 public:
  NotedInterrupt();
  ~NotedInterrupt();
  NotedInterrupt(const NotedInterrupt&) = delete;
  NotedInterrupt& operator=(const NotedInterrupt&) = delete;

  /// Whether Ctrl-C was typed since this was made.
  static bool came();

 private:
  struct sigaction before_ {};
};

}  // namespace workbook
