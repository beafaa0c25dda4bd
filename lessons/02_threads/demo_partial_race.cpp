// lessons/02_threads/demo_partial_race.cpp: each thread adds one partial sum to a plain double, without a lock.
// WRONG ON PURPOSE: this is a data race. It is as wrong as demo_race, and running it shows nearly nothing.
//
//   demo_partial_race [runs] [strips] [workers]
#include "demo_runs.hpp"

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/program.hpp>

#include <cstdint>
#include <thread>
#include <vector>

namespace {

/// The integral of x*x over [0, 10], or what is left of it in the rare run where two threads add at the same moment.
double nearly_right(std::int64_t strips, int workers) {
  double total = 0;  // The race: written by every thread, guarded by nothing.
  std::vector<std::jthread> threads;
  for (int i = 0; i < workers; ++i) {
    threads.emplace_back([&total, strips, workers, i] {
      const workbook::Chunk chunk = workbook::chunk_of(strips, workers, i);
      total += workbook::integrate_chunk(workbook::square, 0, 10, strips, chunk);
    });
  }
  threads.clear();  // joins them all
  return total;
}

}  // namespace

int main(int argc, char** argv) {
  return demo::run(argc, argv, "demo_partial_race", "every thread adds one partial sum to one double",
                   {.runs = 1000, .strips = 100'000, .workers = 2}, nearly_right);
}
