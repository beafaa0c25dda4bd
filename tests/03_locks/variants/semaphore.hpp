// A semaphore with one permit, used as a lock.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <future>
#include <semaphore>
#include <vector>

class Total {
 public:
  void add(double part) {
    free_.acquire();
    sum_ += part;
    free_.release();
  }

  double value() const {
    free_.acquire();
    const double sum = sum_;
    free_.release();
    return sum;
  }

 private:
  mutable std::binary_semaphore free_{1};
  // the permit must be held to touch this:
  double sum_ = 0;
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
