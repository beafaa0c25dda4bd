// tools/workbook/scale/interrupt.cpp: see interrupt.hpp.
#include "scale/interrupt.hpp"

namespace workbook {

namespace {

volatile std::sig_atomic_t interrupted = 0;  // What a signal's handler may write; no other thread looks at it.

}  // namespace

NotedInterrupt::NotedInterrupt() {
  interrupted = 0;
  struct sigaction note {};
  note.sa_handler = [](int) { interrupted = 1; };
  note.sa_flags = SA_RESTART;  // What is being read goes on: the program at its other end ends by itself.
  sigaction(SIGINT, &note, &before_);
}

NotedInterrupt::~NotedInterrupt() { sigaction(SIGINT, &before_, nullptr); }

bool NotedInterrupt::came() { return interrupted != 0; }

}  // namespace workbook
