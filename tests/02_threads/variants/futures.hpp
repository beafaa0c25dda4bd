// std::async returns each part; get() is the join.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <future>
#include <vector>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  std::vector<std::future<double>> parts;
  for (int i = 0; i < workers; ++i) {
    parts.push_back(std::async(std::launch::async, [=] {
      return workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i));
    }));
  }
  double total = 0;
  for (auto& part : parts) total += part.get();
  return total;
}
