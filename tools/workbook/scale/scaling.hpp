// tools/workbook/scale/scaling.hpp: times against numbers of workers, and what follows from them.
// Pure: no globals, no I/O.
#pragma once

#include <map>
#include <optional>
#include <vector>

namespace workbook {

/// Times in seconds by number of workers, one for each round, in the order of the rounds. A measurement that was
/// stopped has one round less for some.
using RoundsByWorkers = std::map<int, std::vector<double>>;

/// The numbers of workers to measure: all up to 8, then twice in each doubling; and always 1, `processors` and `most`,
/// where `most` is not less.
/// @param most        >= 1
/// @param processors  >= 1
std::vector<int> worker_counts(int most, int processors);

/// The best round: the one that the rest of the machine disturbed least.
double best_of(const std::vector<double>& rounds);
/// The round in the middle. From the best to this one is the spread.
double median_of(const std::vector<double>& rounds);

/// T(1) / T(k) of the best rounds.
/// @param times  with 1 worker among them
std::map<int, double> speed_ups(const RoundsByWorkers& times);

/// The number of workers that takes the least time; of those whose best round lies within the spread of the fastest,
/// the least number.
struct BestWorkers {
  int workers = 1;
  int fastest = 1;  ///< the one with the best round of all
};
/// @param times  not empty
BestWorkers best_workers(const RoundsByWorkers& times);

/// Amdahl's law: k workers take T(k) = T(1) * (serial + (1 - serial) / k), where `serial` is the fraction that only one
/// can work on. Fitted by least squares to T(k) / T(1).
struct AmdahlFit {
  double serial = 0;    ///< below 0 where k workers are more than k times as fast, above 1 where they are slower
  double residual = 0;  ///< root mean square of what the law misses, as a fraction of T(1); 0 where points is 1
  int points = 0;       ///< that it was fitted to, besides the one with 1 worker
  double low = 0;       ///< a quarter of the rounds, each fitted alone, gave less ...
  double high = 0;      ///< ... and a quarter more
};

/// The fit over 2 up to `processors` workers, of the best rounds. Beyond that, workers wait for processors, and the law
/// doesn't speak of that.
/// @return  nothing where there is no time with 1 worker, or none with 2 to `processors`
std::optional<AmdahlFit> fit_amdahl(const RoundsByWorkers& times, int processors);

/// T(1) / T(k) by Amdahl's law.
double amdahl_speed_up(double serial, int workers);

}  // namespace workbook
