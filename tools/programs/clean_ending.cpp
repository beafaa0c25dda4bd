// tools/programs/clean_ending.cpp: see clean_ending.hpp.
#include "programs/clean_ending.hpp"

namespace workbook {

namespace {

volatile sig_atomic_t signal_that_came = 0;

void note(int number) { signal_that_came = number; }

}  // namespace

CleanEnding::CleanEnding() : signals_(note) { signal_that_came = 0; }

void throw_if_interrupted() {
  if (signal_that_came != 0) throw Interrupted{signal_that_came};
}

}  // namespace workbook
