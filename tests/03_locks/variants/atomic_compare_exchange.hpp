// The loop that fetch_add stands for: try again until nobody came between.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <atomic>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <thread>
#include <vector>

class Total {
 public:
  void add(double part) {
    double before = sum_.load();
    while (!sum_.compare_exchange_weak(before, before + part)) {
    }
  }

  double value() const { return sum_.load(); }

 private:
  std::atomic<double> sum_{0.0};
};

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  Total total;
  std::vector<std::exception_ptr> failures(static_cast<std::size_t>(workers));
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < workers; ++i) {
      threads.emplace_back([=, &total, failure = &failures[static_cast<std::size_t>(i)]] {
        try {
          total.add(workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i)));
        } catch (...) {
          *failure = std::current_exception();
        }
      });
    }
  }
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
  return total.value();
}
