// lessons/02_threads/demo_race.cpp: all threads add to one plain double. WRONG ON PURPOSE: this is a data race.
//
//   demo_race [runs] [strips] [workers]
//   ./workbook race 02     runs "demo_race 1" again and again: "largest" should be "exact"
#include "demo_runs.hpp"

#include <workbook/chunks.hpp>
#include <workbook/program.hpp>
#include <workbook/timer.hpp>

#include <cstdint>
#include <thread>
#include <vector>

namespace {

/// The integral of x*x over [0, 10], or what is left of it when threads overwrite each other's additions.
double naive(std::int64_t strips, int workers) {
  const double dx = 10.0 / static_cast<double>(strips);
  double total = 0;  // one for all threads
  std::vector<std::jthread> threads;
  for (int i = 0; i < workers; ++i) {
    threads.emplace_back([&, i] {
      const workbook::Chunk chunk = workbook::chunk_of(strips, workers, i);
      for (std::int64_t strip = chunk.first; strip < chunk.last; ++strip) {
        total += workbook::square((static_cast<double>(strip) + 0.5) * dx) * dx;
        // Has the compiler write total to memory each time. Without this line it may keep it in a register until the
        // loop ends.
        workbook::keep(total);
      }
    });
  }
  threads.clear();  // joins them all
  return total;
}

}  // namespace

int main(int argc, char** argv) {
  return demo::run(argc, argv, "demo_race", "every thread adds every sample to one double",
                   {.runs = 100, .strips = 2'000'000, .workers = 2}, naive);
}
