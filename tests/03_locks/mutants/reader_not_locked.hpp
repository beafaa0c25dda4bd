// caught by: Schedules.AReaderMeetsNoWriterHalfWay
// says: race on sum_
// Reading changes nothing, so it is left without the lock. On common processors a double is read in one piece, and the
// value comes out right; to the language it is a data race, and the compiler may count on there being none.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <future>
#include <mutex>
#include <vector>

class Total {
 public:
  void add(double part) {
    const std::scoped_lock hold(mutex_);
    sum_ += part;
  }

  double value() const { return sum_; }

 private:
  std::mutex mutex_;
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
