// tests/tools/interleave/additions.hpp: how many schedules programs/additions.cpp has, by each way of searching them.
// Data alone; the benchmark of the explorer demands the same.
#pragma once

#include <array>
#include <string_view>
#include <vector>

namespace cases {

/// One way of searching, and the executions that it must come to.
struct AdditionCounts {
  std::string_view name;
  std::string_view additions;    ///< the program's first argument
  std::string_view options;      ///< of `interleave run`
  std::vector<long> executions;  ///< for one addition by each thread, for two, ...
};

// For K additions by each thread:
// - every schedule: the binomial coefficient of 4K + 6 and 2K + 3, less one;
// - reduced: as many as the full search counts different traces;
// - with a mutex: the additions of both threads merged, (2K)! / (K! K!).
inline const std::array<AdditionCounts, 4> kAdditionCounts{{
    {"every schedule", "unlocked", "--search bounded --bound 99 --continue", {251, 3431, 48619, 705431}},
    {"at most 2 preemptions", "unlocked", "--search bounded --bound 2 --continue", {56, 125, 222, 347, 500}},
    {"reduced", "unlocked", "--search exhaustive --continue", {4, 34, 328, 3334, 34904}},
    {"reduced, with a mutex", "locked", "--search exhaustive", {2, 6, 20, 70}},
}};

}  // namespace cases
