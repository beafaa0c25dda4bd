// tests/benchmarks/threads.cpp: lesson 02's solution with two workers, against one thread and three libraries.
// All add up with the same kernel: the ratios compare ways of sharing the work out, and no loops.
#include <exercise.hpp>

#include "suite.hpp"

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/program.hpp>

#include <benchmark/benchmark.h>
#include <omp.h>
#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_reduce.h>

#include <cmath>
#include <cstdint>
#include <execution>
#include <functional>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace {

using benchmarks::Reading;

constexpr double kA = 0;
constexpr double kB = 10;
constexpr std::int64_t kStrips = 80'000'000;  // More than 50 ms for one thread.
constexpr int kWorkers = 2;
constexpr int kPieces = 64;  // More than workers, so that a library can balance them.

double integrate_piece(workbook::Chunk piece) {
  return workbook::integrate_chunk(workbook::square, kA, kB, kStrips, piece);
}

double with_openmp() {
  double sum = 0;
#pragma omp parallel for reduction(+ : sum) num_threads(kWorkers)
  for (int worker = 0; worker < kWorkers; ++worker) {
    sum += integrate_piece(workbook::chunk_of(kStrips, kWorkers, worker));
  }
  // Otherwise OpenMP's idle threads go on spinning, and steal the next case's time.
  omp_pause_resource_all(omp_pause_soft);
  return sum;
}

double with_tbb() {
  const tbb::blocked_range<std::int64_t> strips(0, kStrips);
  const auto add_range = [](const tbb::blocked_range<std::int64_t>& range, double sum) {
    return sum + integrate_piece({range.begin(), range.end()});
  };
  return tbb::parallel_reduce(strips, 0.0, add_range, std::plus<>());
}

double with_parallel_algorithm() {
  std::vector<int> pieces(kPieces);
  std::iota(pieces.begin(), pieces.end(), 0);
  return std::transform_reduce(std::execution::par, pieces.begin(), pieces.end(), 0.0, std::plus<>(),
                               [](int piece) { return integrate_piece(workbook::chunk_of(kStrips, kPieces, piece)); });
}

void add(benchmarks::Suite& suite, const char* name, double (*integrate_it)()) {
  suite.add({name, kStrips, "strip", [integrate_it] {
               const double error = std::abs(integrate_it() - workbook::exact_integral(kA, kB));
               if (!(error < 1e-9)) throw std::runtime_error("workbook bug: a case's integral is wrong");
             }});
}

void add_cases(benchmarks::Suite& suite) {
  add(suite, "one thread", [] { return workbook::integrate(workbook::square, kA, kB, kStrips); });
  add(suite, "lesson 02", [] { return integrate(workbook::square, kA, kB, kStrips, kWorkers); });
  add(suite, "with std::function", [] {
    const std::function<double(double)> square_behind_a_pointer = workbook::square;
    return integrate(square_behind_a_pointer, kA, kB, kStrips, kWorkers);
  });
  add(suite, "OpenMP", with_openmp);
  add(suite, "tbb::parallel_reduce", with_tbb);
  add(suite, "std::execution::par", with_parallel_algorithm);
}

void add_ratios(benchmarks::Suite& suite) {
  suite.compare({"lesson 02", {"one thread"}, Reading::speed, 1.90, 1.85});
  suite.compare({"lesson 02", {"tbb::parallel_reduce"}, Reading::speed, 0.95});
  suite.compare({"lesson 02", {"OpenMP"}, Reading::speed});
  suite.compare({"lesson 02", {"std::execution::par"}, Reading::speed});
  suite.compare({"lesson 02", {"with std::function"}, Reading::speed});
}

}  // namespace

int main(int argc, char** argv) {
  // Also the libraries get two workers, however many processors there are.
  const tbb::global_control two_workers(tbb::global_control::max_allowed_parallelism, kWorkers);
  benchmarks::Suite suite("threads", 41);
  add_cases(suite);
  add_ratios(suite);
  return suite.run(argc, argv);
}
