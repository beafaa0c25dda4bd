// tools/workbook/race/tally.cpp: see tally.hpp.
#include "race/tally.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace workbook {

namespace {

// So many have a bar each; more show their shape better in parts of equal width.
constexpr std::size_t kFewNumbers = 6;

std::string times(int count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// Equal parts of the numbers' line that cover all of some numbers, each a round number wide.
/// In long double: the way from the least number to the largest may be too long for a double.
class Parts {
 public:
  Parts(double least, double largest, int most) : width_(round_width(least, largest, most)) {
    first_ = std::floor(least / width_);
    count_ = static_cast<int>(std::floor(largest / width_) - first_) + 1;
  }

  int count() const { return count_; }
  int part_of(double number) const {
    return std::clamp(static_cast<int>(std::floor(number / width_) - first_), 0, count_ - 1);
  }
  std::string label(int part) const {
    return fmt::format("{:.12g} to {:.12g}", (first_ + part) * width_, (first_ + part + 1) * width_);
  }

 private:
  // 1, 2 or 5 times a power of ten.
  static long double round_width(long double least, long double largest, int most) {
    const auto parts = [&](long double width) { return std::floor(largest / width) - std::floor(least / width) + 1; };
    long double power = std::pow(10.0L, std::floor(std::log10((largest - least) / most)));
    for (;; power *= 10) {
      for (const int times : {1, 2, 5}) {
        if (parts(times * power) <= most) return times * power;
      }
    }
  }

  long double width_;
  long double first_ = 0;
  int count_ = 0;
};

}  // namespace

void Tally::add(const Outcome& outcome) {
  ++counts_[{outcome.wrong, outcome.number, outcome.text}];
  ++runs_;
  if (outcome.wrong) ++wrong_;
}

std::vector<Bar> Tally::bars(int most) const {
  // Wrong first: it is what is looked for.
  std::vector<Bar> bars;
  for (const auto& part : {bars_of_numbers(true, most), bars_of_numbers(false, most), bars_of_texts(true, most),
                           bars_of_texts(false, most)}) {
    bars.insert(bars.end(), part.begin(), part.end());
  }
  return bars;
}

std::vector<Bar> Tally::bars_of_numbers(bool wrong, int most) const {
  std::vector<std::pair<double, Bar>> numbers;
  for (const auto& [key, count] : counts_) {
    if (key.wrong == wrong && key.number) numbers.emplace_back(*key.number, Bar{key.text, count, wrong});
  }
  std::vector<Bar> bars;
  // The map has them in their order. One number may be written in many ways.
  if (numbers.size() <= kFewNumbers || numbers.front().first == numbers.back().first) {
    for (auto& [number, bar] : numbers) bars.push_back(std::move(bar));
    return bars;
  }
  const Parts parts(numbers.front().first, numbers.back().first, most);
  for (int part = 0; part < parts.count(); ++part) bars.push_back({parts.label(part), 0, wrong});
  for (const auto& [number, bar] : numbers) {
    bars[static_cast<std::size_t>(parts.part_of(number))].count += bar.count;
  }
  return bars;
}

std::vector<Bar> Tally::bars_of_texts(bool wrong, int most) const {
  std::vector<Bar> bars;
  for (const auto& [key, count] : counts_) {
    if (key.wrong == wrong && !key.number) bars.push_back({key.text, count, wrong});
  }
  std::ranges::stable_sort(bars, std::ranges::greater{}, &Bar::count);
  const auto shown = static_cast<std::size_t>(most) - 1;
  if (bars.size() <= shown + 1) return bars;
  Bar rest{times(static_cast<int>(bars.size() - shown), "other", "others"), 0, wrong};
  for (std::size_t i = shown; i < bars.size(); ++i) rest.count += bars[i].count;
  bars.resize(shown);
  bars.push_back(rest);
  return bars;
}

std::string Tally::summary() const {
  const std::string runs = times(runs_, "run", "runs");
  if (runs_ == 0) return "no run came to its end";
  if (wrong_ > 0) return fmt::format("{} of {} {} wrong", wrong_, runs, wrong_ == 1 ? "was" : "were");
  if (different() > 1) return fmt::format("no run failed, but {} gave {} different results", runs, different());
  return fmt::format("nothing wrong in {}, which proves nothing", runs);
}

}  // namespace workbook
