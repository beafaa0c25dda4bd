// caught by: Integrate.LeavesNoThreadBehind
// says: nobody can wait for a detached thread
// also fails: Integrate.IsRightWhenThreadsStartLate
// also fails: Integrate.HasAllWorkersAtWorkAtOnce
// also fails: Integrate.IsRightWhenThreadsRunFreely
// also fails: Schedules.LosesNoUpdateOfTheTotal
// detach() makes the compiler and the program quiet, and a sleep looks long enough for the threads to be done.
// On a busy machine, or with more strips, it is not; and the vectors they write into are gone by then.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <memory>
#include <numeric>
#include <thread>
#include <vector>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  // Shared ownership, as those who know that the threads may outlive the call would write it.
  const auto parts = std::make_shared<std::vector<double>>(static_cast<std::size_t>(workers));
  for (int i = 0; i < workers; ++i) {
    std::thread([=] {
      (*parts)[static_cast<std::size_t>(i)] =
          workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i));
    }).detach();
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  return std::accumulate(parts->begin(), parts->end(), 0.0);
}
