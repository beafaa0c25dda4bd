// tools/programs/clean_ending.hpp: a command that is asked to end removes what it made, and only then ends.
#pragma once

#include "programs/signals.hpp"

namespace workbook {

/// What ends a command whose CleanEnding has taken a signal. Whoever catches it raises the signal again.
struct Interrupted {
  int signal = 0;
};

/// While this lives, an ending signal is only noted, and run() and its like throw Interrupted where one has come, so
/// that destructors do their work. The program that they wait for is sent the same signal by whoever sends it to the
/// group, as a terminal does. One at a time.
class CleanEnding {
 public:
  CleanEnding();

 private:
  const EndingSignals signals_;
};

/// @throws Interrupted  where an ending signal has come since the last CleanEnding began
void throw_if_interrupted();

}  // namespace workbook
