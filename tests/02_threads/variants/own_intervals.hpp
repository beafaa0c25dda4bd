// Each worker integrates an interval of its own with lesson 01's function, and the empty ones are skipped.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <functional>
#include <numeric>
#include <thread>
#include <vector>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  const double dx = (b - a) / static_cast<double>(strips);
  // Apart by a cache line, so that no two threads write to the same one.
  struct alignas(64) Slot {
    double part = 0;
  };
  std::vector<Slot> slots(static_cast<std::size_t>(workers));
  const auto work = [&](Slot& slot, workbook::Chunk chunk) {
    const double from = a + static_cast<double>(chunk.first) * dx;
    const double to = a + static_cast<double>(chunk.last) * dx;
    slot.part = workbook::integrate(f, from, to, chunk.size());
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < workers; ++i) {
    const workbook::Chunk chunk = workbook::chunk_of(strips, workers, i);
    if (chunk.size() > 0) threads.emplace_back(work, std::ref(slots[static_cast<std::size_t>(i)]), chunk);
  }
  for (auto& thread : threads) thread.join();
  return std::accumulate(slots.begin(), slots.end(), 0.0, [](double sum, const Slot& slot) { return sum + slot.part; });
}
