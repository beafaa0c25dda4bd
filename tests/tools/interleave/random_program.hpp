// tests/tools/interleave/random_program.hpp: makes small programs with threads, from a number.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace cases {

/// What can go wrong in a program: at most one thing, so that two searches that both find something find the same.
enum class Hazard {
  none,
  race,          ///< an addition without a lock
  wrong_result,  ///< an atomic load, then an atomic store
  deadlock,      ///< two mutexes locked in either order
  waiting        ///< waits for a flag; whether and how it is notified is left to chance, so several kinds are possible
};

struct RandomProgram {
  Hazard hazard = Hazard::none;
  std::string source;  ///< C++, complete
};

/// The same number gives the same program, on any machine.
RandomProgram random_program(std::uint32_t seed);

/// How many orders `steps[i]` steps of thread i have, for all i: their sum's factorial over the product of theirs.
double orders_of(const std::vector<int>& steps);

}  // namespace cases
