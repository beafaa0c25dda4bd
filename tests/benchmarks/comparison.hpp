// tests/benchmarks/comparison.hpp: two things timed in turns, and what their times say about each other.
// Pure: no globals, no I/O.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace benchmarks {

/// Times of one case in seconds, one for each round, in the order of the rounds.
using Times = std::vector<double>;

/// Times of all cases by the case's name. All have the same number of rounds, >= 1.
using TimesByCase = std::map<std::string, Times>;

/// How a ratio is read.
enum class Reading {
  speed,  // peer's time / ours: how many times as fast ours is; wanted is the least
  cost,   // ours / peer's time: how many times as long ours takes; wanted is the most
};

/// One row of the closing table: a ratio to work out, and how good it is wanted.
struct Comparison {
  std::string ours;                // a case's name
  std::vector<std::string> peers;  // names of cases; the fastest of them, by its best round, is compared
  Reading reading;
  std::optional<double> wanted = {};         // for the ratio of the best rounds; none: the row only informs
  std::optional<double> wanted_median = {};  // for the median of the rounds' ratios
};

/// What a comparison came to.
struct Ratio {
  std::string peer;  // the peer that was compared
  double best;       // ratio of the best rounds: least disturbed by whatever else the machine did
  double median;     // median of the ratios within each round: both sides met the same clock and the same load
  double low;        // a quarter of the rounds had a smaller ratio ...
  double high;       // ... and a quarter a larger one
  bool reached;      // all that was wanted; true where nothing was
};

/// @param times  holds every case that the comparison names
/// @throws std::out_of_range  where a case is missing
Ratio evaluate(const Comparison& comparison, const TimesByCase& times);

}  // namespace benchmarks
