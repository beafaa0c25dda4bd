// A promise for each part, kept by a thread that is joined.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <future>
#include <thread>
#include <utility>
#include <vector>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  std::vector<std::future<double>> parts;
  std::vector<std::jthread> threads;
  for (int i = 0; i < workers; ++i) {
    std::promise<double> promise;
    parts.push_back(promise.get_future());
    threads.emplace_back([=, promise = std::move(promise)]() mutable {
      promise.set_value(workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i)));
    });
  }
  double total = 0;
  for (auto& part : parts) total += part.get();
  return total;
}
