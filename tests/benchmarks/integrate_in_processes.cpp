// tests/benchmarks/integrate_in_processes.cpp: lesson 06's solution with two processes, against one thread.
#include <exercise.hpp>

#include "suite.hpp"

#include <workbook/integrate.hpp>
#include <workbook/program.hpp>

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <stdexcept>

namespace {

using benchmarks::Reading;

constexpr double kA = 0;
constexpr double kB = 10;
constexpr std::int64_t kStrips = 100'000'000;
constexpr int kWorkers = 2;
constexpr int kStarts = 20;

void require_right(double result) {
  const double error = std::abs(result - workbook::exact_integral(kA, kB));
  if (!(error < 1e-9)) throw std::runtime_error("workbook bug: a case's integral is wrong");
}

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path worker = BENCHMARKS_WORKER;  // Where the build puts lesson 06's worker.
  benchmarks::Suite suite("integrate_in_processes", 41);
  suite.add(
      {"one thread", kStrips, "strip", [] { require_right(workbook::integrate(workbook::square, kA, kB, kStrips)); }});
  suite.add({"lesson 06", kStrips, "strip",
             [worker] { require_right(integrate_in_processes(kA, kB, kStrips, kWorkers, worker)); }});
  // What is lost however long the work is: to start two processes, to ask, to hear, to see them end.
  suite.add({"start and end alone", kStarts, "call", [worker] {
               for (int i = 0; i < kStarts; ++i) integrate_in_processes(kA, kB, kWorkers, kWorkers, worker);
             }});
  suite.compare({"lesson 06", {"one thread"}, Reading::speed, 1.8});
  return suite.run(argc, argv);
}
