// tests/tools/interleave/judgement.hpp: compares what the explorer says of a program with what its first lines demand.
#pragma once

#include "case_file.hpp"
#include "command.hpp"

namespace cases {

/// The verdict, its exit code, its cause, and the words that must and must not be said. Fails the test where they
/// differ.
void expect_as_demanded(const CaseFile& wanted, const Explored& explored);

/// Whether a schedule is at fault: before main() there is none yet.
bool has_schedule(const Explored& explored);

}  // namespace cases
