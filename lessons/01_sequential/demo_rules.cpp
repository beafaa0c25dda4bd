// lessons/01_sequential/demo_rules.cpp: how fast the errors of two rules fall as the strips double.
// Prints a table and no times, so it prints the same every time.
//
//   demo_rules [strips] [rows]
#include <workbook/arguments.hpp>
#include <workbook/integrate.hpp>
#include <workbook/program.hpp>
#include <workbook/table.hpp>

#include <cmath>
#include <cstdint>
#include <iostream>

namespace {

constexpr double kA = 0;
constexpr double kB = 10;

/// The first loop that most people write: each rectangle is as high as f at its left side.
double left_rule(double a, double b, std::int64_t strips) {
  const double dx = (b - a) / static_cast<double>(strips);
  double sum = 0;
  for (std::int64_t i = 0; i < strips; ++i) {
    sum += workbook::square(a + static_cast<double>(i) * dx);
  }
  return sum * dx;
}

struct Errors {
  double left;
  double middle;
};

Errors errors_with(std::int64_t strips) {
  const double exact = workbook::exact_integral(kA, kB);
  return {std::abs(left_rule(kA, kB, strips) - exact),
          std::abs(workbook::integrate(workbook::square, kA, kB, strips) - exact)};
}

workbook::Table table(std::int64_t strips, int rows) {
  workbook::Table result({"strips", "left rule off by", "falls by", "midpoint rule off by", "falls by"});
  Errors before{};
  for (int row = 0; row < rows; ++row, strips *= 2) {
    const Errors now = errors_with(strips);
    const auto falls = [&](double from, double to) { return row == 0 ? "" : workbook::rounded(from / to, 3); };
    result.add({std::to_string(strips), workbook::rounded(now.left, 3), falls(before.left, now.left),
                workbook::rounded(now.middle, 3), falls(before.middle, now.middle)});
    before = now;
  }
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    workbook::Arguments arguments(argc, argv);
    const auto strips = arguments.whole<std::int64_t>("strips", 10, 1, 4'000'000);
    const int rows = arguments.whole<int>("rows", 8, 1, 8);
    arguments.end();
    std::cout << "integral of x*x over [0, 10], each row with twice the strips of the row above\n"
              << table(strips, rows);
    return 0;
  } catch (const workbook::UsageError& error) {
    std::cerr << "demo_rules: " << error.what() << " (usage: demo_rules [strips] [rows])\n";
    return workbook::kExitUsage;
  }
}
