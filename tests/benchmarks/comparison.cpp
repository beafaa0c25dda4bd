// tests/benchmarks/comparison.cpp: ratios of times, by best round and within each round.
#include "comparison.hpp"

#include "statistics/quantile.hpp"

#include <algorithm>
#include <cstddef>

namespace benchmarks {

namespace {

double best_of(const Times& times) { return *std::min_element(times.begin(), times.end()); }

double ratio_of(Reading reading, double ours, double peer) {
  return reading == Reading::speed ? peer / ours : ours / peer;
}

bool good_enough(Reading reading, double ratio, std::optional<double> wanted) {
  if (!wanted) return true;
  return reading == Reading::speed ? ratio >= *wanted : ratio <= *wanted;
}

}  // namespace

Ratio evaluate(const Comparison& comparison, const TimesByCase& times) {
  const auto faster = [&times](const std::string& left, const std::string& right) {
    return best_of(times.at(left)) < best_of(times.at(right));
  };
  const std::string peer = *std::min_element(comparison.peers.begin(), comparison.peers.end(), faster);
  const Times& our_times = times.at(comparison.ours);
  const Times& peer_times = times.at(peer);

  std::vector<double> in_each_round;
  for (std::size_t round = 0; round < our_times.size(); ++round) {
    in_each_round.push_back(ratio_of(comparison.reading, our_times[round], peer_times.at(round)));
  }
  const double best = ratio_of(comparison.reading, best_of(our_times), best_of(peer_times));
  const double median = workbook::quantile(in_each_round, 0.5);
  return {peer,
          best,
          median,
          workbook::quantile(in_each_round, 0.25),
          workbook::quantile(in_each_round, 0.75),
          good_enough(comparison.reading, best, comparison.wanted) &&
              good_enough(comparison.reading, median, comparison.wanted_median)};
}

}  // namespace benchmarks
