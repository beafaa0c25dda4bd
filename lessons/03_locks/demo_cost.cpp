// lessons/03_locks/demo_cost.cpp: the same sum by two threads in four ways, and what each costs for one sample.
#include <workbook/arguments.hpp>
#include <workbook/chunks.hpp>
#include <workbook/table.hpp>
#include <workbook/timer.hpp>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <exception>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace {

constexpr std::int64_t kChunk = 10'000;

double sample(std::int64_t strip, double dx) {
  const double x = (static_cast<double>(strip) + 0.5) * dx;
  return x * x * dx;
}

/// What all threads of one run share.
struct Shared {
  std::mutex mutex;
  // mutex must be held to touch this:
  double sum = 0;

  std::atomic<double> atomic_sum = 0;
};

void lock_for_each_strip(Shared& shared, workbook::Chunk chunk, double dx) {
  for (std::int64_t strip = chunk.first; strip < chunk.last; ++strip) {
    const std::scoped_lock hold(shared.mutex);
    shared.sum += sample(strip, dx);
  }
}

void atomic_for_each_strip(Shared& shared, workbook::Chunk chunk, double dx) {
  for (std::int64_t strip = chunk.first; strip < chunk.last; ++strip) shared.atomic_sum += sample(strip, dx);
}

double private_sum(workbook::Chunk chunk, double dx) {
  double sum = 0;
  for (std::int64_t strip = chunk.first; strip < chunk.last; ++strip) sum += sample(strip, dx);
  return sum;
}

void lock_once(Shared& shared, workbook::Chunk chunk, double dx) {
  const double part = private_sum(chunk, dx);
  const std::scoped_lock hold(shared.mutex);
  shared.sum += part;
}

void lock_for_each_chunk(Shared& shared, workbook::Chunk mine, double dx) {
  for (std::int64_t first = mine.first; first < mine.last; first += kChunk) {
    lock_once(shared, {first, std::min(first + kChunk, mine.last)}, dx);
  }
}

using Way = void (*)(Shared&, workbook::Chunk, double);

double integrate_by(Way way, std::int64_t strips, int workers) {
  Shared shared;
  const double dx = 10.0 / static_cast<double>(strips);
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < workers; ++i) {
      threads.emplace_back([=, &shared] { way(shared, workbook::chunk_of(strips, workers, i), dx); });
    }
  }
  return shared.sum + shared.atomic_sum;
}

std::string nanoseconds_per_sample(Way way, std::int64_t strips, int workers) {
  // Two rounds, the better one: the first also wakes the machine up.
  const auto run = [&] { workbook::keep(integrate_by(way, strips, workers)); };
  const workbook::BestTimes times = workbook::best_times(run, run, 1);
  return workbook::fixed(std::min(times.first, times.second).count() * 1e9 / static_cast<double>(strips), 2);
}

void compare(std::int64_t strips, int workers) {
  struct Row {
    const char* name;
    Way way;
  };
  workbook::Table table({"the sum of " + std::to_string(strips) + " samples by " + std::to_string(workers) + " threads",
                         "ns per sample"});
  for (const Row& row :
       {Row{"a lock for each sample", lock_for_each_strip}, Row{"an atomic add for each sample", atomic_for_each_strip},
        Row{"a lock for each 10000 samples", lock_for_each_chunk},
        Row{"a private sum, one lock for each thread", lock_once}}) {
    table.add({row.name, nanoseconds_per_sample(row.way, strips, workers)});
  }
  std::cout << table;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    workbook::Arguments arguments(argc, argv);
    const auto samples = arguments.whole<std::int64_t>("samples", 4'000'000, 1, 100'000'000);
    const int threads = arguments.whole<int>("threads", 2, 1, 64);
    arguments.end();
    compare(samples, threads);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "demo_cost: " << error.what() << " (usage: demo_cost [samples] [threads])\n";
    return workbook::kExitUsage;
  }
}
