// tests/benchmarks/rounds.hpp: has Google Benchmark time every case once in each round.
#pragma once

#include "comparison.hpp"
#include "suite.hpp"

#include <benchmark/benchmark.h>

#include <vector>

namespace benchmarks {

/// What Google Benchmark measured, in the order in which it was measured.
using Runs = std::vector<benchmark::BenchmarkReporter::Run>;

/// Runs every case once to warm up, then once in each of `rounds` rounds. To be called once in a program.
/// @param cases  their names differ
Runs run_in_turns(const std::vector<Case>& cases, int rounds);

/// The wall-clock time of each run, sorted by case.
TimesByCase times_of(const Runs& runs);

}  // namespace benchmarks
