// tests/benchmarks/suite.hpp: cases timed in turns, then tables of times and ratios.
// Google Benchmark times each run. It is asked for one run of every case, again and again: A B C A B C ... A clock that
// drifts or a neighbour who compiles then slows down all cases alike, and the ratios stay honest.
#pragma once

#include "comparison.hpp"
#include "listing.hpp"

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

namespace benchmarks {

/// Something to time. Its work shall take 20 ms or more, so that neither the clock nor a thread's start counts.
struct Case {
  std::string name;
  std::int64_t items;          // how many of `item` one call of `work` does
  std::string item;            // "strip": times are shown for one of these
  std::function<void()> work;  // throws where the result is wrong
};

/// A number that has nothing to do with time, and the most it may be.
struct Fact {
  std::string row;
  std::function<double()> measure;
  double wanted;
};

/// Measures what is in a listing. `quick`: every column once, with the least work.
using MeasureListing = std::function<Listing(bool quick)>;

/// All cases of one benchmark program. Not for use by several threads at once.
class Suite {
 public:
  /// @param name    the program's name
  /// @param rounds  how many times every case is timed, >= 1
  Suite(std::string name, int rounds) : name_(std::move(name)), rounds_(rounds) {}

  /// @param added  its name is new
  void add(Case added) { cases_.push_back(std::move(added)); }

  /// @param added  names cases that are added sooner or later
  void compare(Comparison added) { comparisons_.push_back(std::move(added)); }

  void state(Fact added) { facts_.push_back(std::move(added)); }

  /// @param added  measured before the cases are timed
  void list(MeasureListing added) { listings_.push_back(std::move(added)); }

  /// The body of main(): reads [--quick] [--rounds N] [--json FILE], runs everything, prints the tables.
  /// @return  0 when all ran, however fast; 1 where a listing has mismatches; 2 after one line on standard error
  int run(int argc, char** argv) const;

 private:
  std::string name_;
  int rounds_;
  std::vector<Case> cases_;
  std::vector<Comparison> comparisons_;
  std::vector<Fact> facts_;
  std::vector<MeasureListing> listings_;
};

}  // namespace benchmarks
