// caught by: Integrate.HasAllWorkersAtWorkAtOnce
// says: 2 of 3 workers were inside f
// Always two threads, whatever was asked for: right on the machine with two cores where it was written.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <thread>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  const workbook::Chunk left = workbook::chunk_of(strips, 2, 0);
  const workbook::Chunk right = workbook::chunk_of(strips, 2, 1);
  double left_part = 0;
  std::jthread thread([&] { left_part = workbook::integrate_chunk(f, a, b, strips, left); });
  const double right_part = workbook::integrate_chunk(f, a, b, strips, right);
  thread.join();
  return left_part + right_part;
}
