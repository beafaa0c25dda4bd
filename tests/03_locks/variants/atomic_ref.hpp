// A plain double that every thread touches through std::atomic_ref only.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <atomic>
#include <concepts>
#include <cstdint>
#include <future>
#include <vector>

class Total {
 public:
  void add(double part) { std::atomic_ref<double>(sum_).fetch_add(part); }

  double value() const { return std::atomic_ref<double>(sum_).load(); }

 private:
  alignas(std::atomic_ref<double>::required_alignment) mutable double sum_ = 0;
};

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  Total total;
  std::vector<std::future<void>> running;
  for (int i = 0; i < workers; ++i) {
    running.push_back(std::async(std::launch::async, [=, &total] {
      total.add(workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i)));
    }));
  }
  for (std::future<void>& worker : running) worker.get();
  return total.value();
}
