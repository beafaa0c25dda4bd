// caught by: Integrate.HasAllWorkersAtWorkAtOnce
// says: no thread was started at all
// Takes the workers, checks them, and does all the work alone: the value is right, so a test of values sees nothing.
#pragma once

#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  return workbook::integrate(f, a, b, strips);
}
