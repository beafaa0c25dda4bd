// lessons/01_sequential/demo_drift.cpp: where a loop ends up that adds dx again and again.
// Prints a table and no times, so it prints the same every time.
//
//   demo_drift [rows]
#include <workbook/arguments.hpp>
#include <workbook/table.hpp>

#include <cmath>
#include <cstdint>
#include <iostream>

namespace {

constexpr double kA = 0;
constexpr double kB = 10;

/// The last midpoint, reached by adding dx to the first one.
double last_by_adding(std::int64_t strips) {
  const double dx = (kB - kA) / static_cast<double>(strips);
  double x = kA + 0.5 * dx;
  for (std::int64_t i = 1; i < strips; ++i) x += dx;
  return x;
}

/// The same, computed from its number.
double last_by_multiplying(std::int64_t strips) {
  const double dx = (kB - kA) / static_cast<double>(strips);
  return kA + (static_cast<double>(strips - 1) + 0.5) * dx;
}

workbook::Table table(int rows) {
  workbook::Table result({"strips", "adding is off by", "multiplying is off by"});
  std::int64_t strips = 1000;
  for (int row = 0; row < rows; ++row, strips *= 100) {
    // Long double has 11 bits more, enough to be the judge here.
    const long double right = kB - (static_cast<long double>(kB) - kA) / static_cast<long double>(strips) / 2;
    const auto off = [&](double x) { return workbook::rounded(static_cast<double>(std::abs(x - right)), 2); };
    result.add({std::to_string(strips), off(last_by_adding(strips)), off(last_by_multiplying(strips))});
  }
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    workbook::Arguments arguments(argc, argv);
    const int rows = arguments.whole<int>("rows", 3, 1, 4);
    arguments.end();
    std::cout << "the last midpoint of [0, 10], reached in two ways\n" << table(rows);
    return 0;
  } catch (const workbook::UsageError& error) {
    std::cerr << "demo_drift: " << error.what() << " (usage: demo_drift [rows])\n";
    return workbook::kExitUsage;
  }
}
