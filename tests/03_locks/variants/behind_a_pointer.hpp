// The state on the heap, lock and sum together in a struct.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

class Total {
 public:
  void add(double part) {
    const std::scoped_lock hold(state_->mutex);
    state_->sum += part;
  }

  double value() const {
    const std::scoped_lock hold(state_->mutex);
    return state_->sum;
  }

 private:
  struct State {
    std::mutex mutex;
    // mutex must be held to touch this:
    double sum = 0;
  };
  std::unique_ptr<State> state_ = std::make_unique<State>();
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
