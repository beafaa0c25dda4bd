// tests/benchmarks/kernel.cpp: workbook::integrate in one thread, against plainer and more careful loops.
#include "suite.hpp"

#include <workbook/integrate.hpp>
#include <workbook/program.hpp>

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdint>
#include <functional>

namespace {

using benchmarks::Reading;

constexpr std::int64_t kStrips = 30'000'000;
constexpr std::int64_t kManyStrips = 100'000'000;

struct Interval {
  double a = 0;
  double b = 10;
};

double midpoint_rule(const auto& f, double a, double b, std::int64_t strips) {
  const double dx = (b - a) / static_cast<double>(strips);
  double sum = 0;
  for (std::int64_t i = 0; i < strips; ++i) sum += f(a + (static_cast<double>(i) + 0.5) * dx);
  return sum * dx;
}

double left_rule(const auto& f, double a, double b, std::int64_t strips) {
  const double dx = (b - a) / static_cast<double>(strips);
  double sum = 0;
  for (std::int64_t i = 0; i < strips; ++i) sum += f(a + static_cast<double>(i) * dx);
  return sum * dx;
}

/// Carries what each addition lost on to the next one.
double kahan_midpoint_rule(const auto& f, double a, double b, std::int64_t strips) {
  const double dx = (b - a) / static_cast<double>(strips);
  double sum = 0;
  double lost = 0;
  for (std::int64_t i = 0; i < strips; ++i) {
    const double term = f(a + (static_cast<double>(i) + 0.5) * dx) - lost;
    const double next = sum + term;
    lost = (next - sum) - term;
    sum = next;
  }
  return sum * dx;
}

/// What no summation in order can beat: one addition for each strip, each waiting for the one before.
double additions_alone(double term, std::int64_t count) {
  double sum = 0;
  for (std::int64_t i = 0; i < count; ++i) sum += term;
  return sum;
}

void add(benchmarks::Suite& suite, const char* name, const auto& rule, const auto& f) {
  suite.add({name, kStrips, "strip", [rule, f] {
               Interval interval;
               benchmark::DoNotOptimize(interval);  // Ends that the compiler cannot see, as in a program.
               benchmark::DoNotOptimize(rule(f, interval.a, interval.b, kStrips));
             }});
}

void add_cases(benchmarks::Suite& suite) {
  const auto ours = [](auto f, double a, double b, std::int64_t strips) {
    return workbook::integrate(f, a, b, strips);
  };
  const auto plain = [](const auto& f, double a, double b, std::int64_t n) { return midpoint_rule(f, a, b, n); };
  const auto left = [](const auto& f, double a, double b, std::int64_t n) { return left_rule(f, a, b, n); };
  const auto kahan = [](const auto& f, double a, double b, std::int64_t n) { return kahan_midpoint_rule(f, a, b, n); };
  const std::function<double(double)> square_behind_a_pointer = workbook::square;

  add(suite, "integrate", ours, workbook::square);
  add(suite, "midpoint rule", plain, workbook::square);
  add(suite, "with std::function", plain, square_behind_a_pointer);
  add(suite, "left rule", left, workbook::square);
  add(suite, "Kahan summation", kahan, workbook::square);
  suite.add({"additions alone", kStrips, "strip", [] {
               double term = 1;
               benchmark::DoNotOptimize(term);
               benchmark::DoNotOptimize(additions_alone(term, kStrips));
             }});
}

void add_ratios(benchmarks::Suite& suite) {
  suite.compare({"integrate", {"with std::function"}, Reading::speed, 3.5});
  suite.compare({"integrate", {"left rule"}, Reading::cost, 1.4});
  suite.compare({"integrate", {"midpoint rule"}, Reading::cost});
  suite.compare({"integrate", {"Kahan summation"}, Reading::speed});
  suite.compare({"integrate", {"additions alone"}, Reading::cost});
}

double error_with_many_strips() {
  const Interval interval;
  const double result = workbook::integrate(workbook::square, interval.a, interval.b, kManyStrips);
  return std::abs(result - workbook::exact_integral(interval.a, interval.b));
}

}  // namespace

int main(int argc, char** argv) {
  benchmarks::Suite suite("kernel", 31);
  add_cases(suite);
  add_ratios(suite);
  suite.state({"error of integrate with 10^8 strips", error_with_many_strips, 1e-12});
  return suite.run(argc, argv);
}
