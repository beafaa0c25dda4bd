// tests/benchmarks/rounds.cpp: Google Benchmark, asked for one round after the other.
#include "rounds.hpp"

namespace benchmarks {

namespace {

/// Prints nothing and keeps everything.
class Keeper : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& report) override { runs_.insert(runs_.end(), report.begin(), report.end()); }

  const Runs& runs() const { return runs_; }

 private:
  Runs runs_;
};

void register_with_google_benchmark(const Case& registered) {
  const auto run = [work = registered.work](benchmark::State& state) {
    for ([[maybe_unused]] auto _ : state) work();
  };
  // One iteration: the work is long enough, and its size is what the ratios are about.
  benchmark::RegisterBenchmark(registered.name.c_str(), run)->Iterations(1)->Unit(benchmark::kMillisecond);
}

}  // namespace

Runs run_in_turns(const std::vector<Case>& cases, int rounds) {
  for (const Case& each : cases) register_with_google_benchmark(each);
  Keeper warm_up;
  benchmark::RunSpecifiedBenchmarks(&warm_up);
  Runs runs;
  for (int round = 0; round < rounds; ++round) {
    Keeper keeper;
    benchmark::RunSpecifiedBenchmarks(&keeper);
    for (benchmark::BenchmarkReporter::Run run : keeper.runs()) {
      // For Google Benchmark each round is its first.
      run.repetition_index = round;
      run.repetitions = rounds;
      runs.push_back(run);
    }
  }
  return runs;
}

TimesByCase times_of(const Runs& runs) {
  TimesByCase times;
  for (const benchmark::BenchmarkReporter::Run& run : runs) {
    times[run.run_name.function_name].push_back(run.real_accumulated_time / static_cast<double>(run.iterations));
  }
  return times;
}

}  // namespace benchmarks
