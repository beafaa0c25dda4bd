// tests/benchmarks/report.hpp: what came out, as tables for a person and as JSON for a tool.
#pragma once

#include "comparison.hpp"
#include "listing.hpp"
#include "rounds.hpp"
#include "suite.hpp"

#include <ostream>
#include <string>
#include <vector>

namespace benchmarks {

/// Processes that wanted to run, averaged over the last minute, as the kernel counts them. Says how noisy it was.
struct Load {
  double before;
  double after;
};

struct RatioRow {
  Comparison comparison;
  Ratio ratio;
};

struct FactRow {
  Fact fact;
  double value;
};

/// All that one benchmark program found out.
struct Findings {
  std::string program;
  int rounds;
  Load load;
  std::vector<Case> cases;
  Runs runs;
  TimesByCase times;
  std::vector<RatioRow> ratios;
  std::vector<FactRow> facts;
  std::vector<Listing> listings;
};

/// The listings, then three tables: times, ratios, facts. An empty one is left out.
void print_tables(std::ostream& out, const Findings& findings);

/// One object: what Google Benchmark's own JSON holds under "google_benchmark", and "ratios", "facts"
/// and "listings" beside it.
void print_json(std::ostream& out, const Findings& findings);

}  // namespace benchmarks
