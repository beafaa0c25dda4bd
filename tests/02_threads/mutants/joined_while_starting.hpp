// caught by: Integrate.HasAllWorkersAtWorkAtOnce
// says: 1 of 2 workers were inside f
// Joins each thread before it starts the next: many threads, one at a time.
#pragma once

#include <workbook/integrate.hpp>

#include <concepts>
#include <cstdint>
#include <thread>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  double total = 0;
  for (int i = 0; i < workers; ++i) {
    double part = 0;
    std::thread thread(
        [&, i] { part = workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i)); });
    thread.join();
    total += part;
  }
  return total;
}
