// Nobody is given a chunk: each worker draws small ones until none is left.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <algorithm>
#include <atomic>
#include <concepts>
#include <cstdint>
#include <numeric>
#include <thread>
#include <vector>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  constexpr std::int64_t kBlock = 16;
  std::atomic<std::int64_t> next = 0;
  std::vector<double> parts(static_cast<std::size_t>(workers));
  std::vector<std::thread> threads;
  for (double& part : parts) {
    threads.emplace_back([&, place = &part] {
      double sum = 0;
      for (std::int64_t first = next.fetch_add(kBlock); first < strips; first = next.fetch_add(kBlock)) {
        sum += workbook::integrate_chunk(f, a, b, strips, {first, std::min(first + kBlock, strips)});
      }
      *place = sum;
    });
  }
  for (auto& thread : threads) thread.join();
  return std::reduce(parts.begin(), parts.end());
}
