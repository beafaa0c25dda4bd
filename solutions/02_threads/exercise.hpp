// lessons/02_threads/exercise.hpp: several threads, one integral, nothing shared.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/not_done.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <numeric>
#include <thread>
#include <vector>

/// Integral of `f` over [a, b] by the midpoint rule, shared out among threads.
/// @param f        called once per strip, from several threads at once
/// @param a,b      finite, in the unit of f's argument; a > b negates the result
/// @param strips   number of equal strips, >= 1
/// @param workers  number of threads that work at the same time, >= 1; the caller may be one of them
/// @return         unit of f times unit of a; as exact as lesson 01's
/// @throws std::invalid_argument  naming the argument, the value got and the value wanted
/// @throws std::system_error      where the system refuses to start another thread
double integrate([[maybe_unused]] std::regular_invocable<double> auto f, double a, double b, std::int64_t strips,
                 int workers) {
  workbook::require_valid(a, b, strips, workers);
  std::vector<double> parts(static_cast<std::size_t>(workers));
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < workers; ++i) {
      // `part` is a copy of an address and `i` a copy of a number: both stay right when the loop goes on.
      threads.emplace_back([=, part = &parts[static_cast<std::size_t>(i)]] {
        *part = workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i));
      });
    }
    // Here each jthread is joined, by its destructor. Only then are the parts complete.
  }
  return std::accumulate(parts.begin(), parts.end(), 0.0);
}
