// No lock at all: one atomic operation reads and writes. Also tells failures by a shared place that the first one
// takes.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <atomic>
#include <concepts>
#include <cstdint>
#include <exception>
#include <thread>
#include <vector>

class Total {
 public:
  void add(double part) { sum_ += part; }

  double value() const { return sum_; }

 private:
  std::atomic<double> sum_;
};

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  Total total;
  std::atomic_flag failed;
  std::exception_ptr failure;  // belongs to the thread that sets `failed`
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < workers; ++i) {
      threads.emplace_back([&, i] {
        try {
          total.add(workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i)));
        } catch (...) {
          if (!failed.test_and_set()) failure = std::current_exception();
        }
      });
    }
  }
  if (failure) std::rethrow_exception(failure);
  return total.value();
}
