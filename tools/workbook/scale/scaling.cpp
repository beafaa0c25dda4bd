// tools/workbook/scale/scaling.cpp: see scaling.hpp. Source of the law: G. M. Amdahl, "Validity of the single processor
// approach to achieving large scale computing capabilities", AFIPS 1967.
#include "scale/scaling.hpp"

#include "statistics/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <set>

namespace workbook {

namespace {

constexpr int kEachUpTo = 8;

// T(k) / T(1) by number of workers.
using Shares = std::map<int, double>;

// The law says share - 1/k = serial * (1 - 1/k): a straight line through the origin.
double fitted_serial(const Shares& shares) {
  double products = 0;
  double squares = 0;
  for (const auto& [workers, share] : shares) {
    const double parallel = 1.0 / workers;
    products += (share - parallel) * (1 - parallel);
    squares += (1 - parallel) * (1 - parallel);
  }
  return products / squares;
}

double residual_of(const Shares& shares, double serial) {
  if (shares.size() < 2) return 0;
  double squares = 0;
  for (const auto& [workers, share] : shares) {
    const double missed = share - 1 / amdahl_speed_up(serial, workers);
    squares += missed * missed;
  }
  return std::sqrt(squares / static_cast<double>(shares.size()));
}

bool is_fitted(int workers, int processors) { return workers >= 2 && workers <= processors; }

Shares best_shares(const RoundsByWorkers& times, int processors) {
  Shares shares;
  for (const auto& [workers, rounds] : times) {
    if (is_fitted(workers, processors) && !rounds.empty()) shares[workers] = best_of(rounds) / best_of(times.at(1));
  }
  return shares;
}

// Of the numbers of workers whose time in this round is known.
Shares shares_in(const RoundsByWorkers& times, int processors, std::size_t round) {
  Shares shares;
  for (const auto& [workers, rounds] : times) {
    if (is_fitted(workers, processors) && round < rounds.size()) {
      shares[workers] = rounds[round] / times.at(1)[round];
    }
  }
  return shares;
}

}  // namespace

std::vector<int> worker_counts(int most, int processors) {
  std::set<int> counts{1, most};
  if (processors <= most) counts.insert(processors);
  for (int k = 2; k <= std::min(most, kEachUpTo); ++k) counts.insert(k);
  for (long k = kEachUpTo; k <= most; k *= 2) {
    counts.insert(static_cast<int>(k));
    if (k + k / 2 <= most) counts.insert(static_cast<int>(k + k / 2));
  }
  return {counts.begin(), counts.end()};
}

double best_of(const std::vector<double>& rounds) { return quantile(rounds, 0); }
double median_of(const std::vector<double>& rounds) { return quantile(rounds, 0.5); }

std::map<int, double> speed_ups(const RoundsByWorkers& times) {
  std::map<int, double> result;
  for (const auto& [workers, rounds] : times) result[workers] = best_of(times.at(1)) / best_of(rounds);
  return result;
}

BestWorkers best_workers(const RoundsByWorkers& times) {
  const auto best = [](const auto& each) { return best_of(each.second); };
  const auto fastest = std::ranges::min_element(times, {}, best);
  const double within = median_of(fastest->second);
  const auto fewest = std::ranges::find_if(times, [&](const auto& each) { return best(each) <= within; });
  return {fewest->first, fastest->first};
}

double amdahl_speed_up(double serial, int workers) { return 1 / (serial + (1 - serial) / workers); }

std::optional<AmdahlFit> fit_amdahl(const RoundsByWorkers& times, int processors) {
  const auto alone = times.find(1);
  if (alone == times.end() || alone->second.empty()) return std::nullopt;
  const Shares shares = best_shares(times, processors);
  if (shares.empty()) return std::nullopt;
  const double serial = fitted_serial(shares);
  std::vector<double> in_each_round;
  for (std::size_t round = 0; round < alone->second.size(); ++round) {
    const Shares then = shares_in(times, processors, round);
    if (!then.empty()) in_each_round.push_back(fitted_serial(then));
  }
  return AmdahlFit{serial, residual_of(shares, serial), static_cast<int>(shares.size()), quantile(in_each_round, 0.25),
                   quantile(in_each_round, 0.75)};
}

}  // namespace workbook
