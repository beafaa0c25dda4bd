// tests/benchmarks/explorer/listings.hpp: the three tables of the explorer's benchmark.
#pragma once

#include "examples.hpp"
#include "listing.hpp"
#include "terminal/terminal.hpp"

namespace benchmarks {

/// What all three share.
struct Workplace {
  Builds builds;
  workbook::ProgressLine progress;
};

/// Executions per second of each way to switch threads.
Listing list_switching(Workplace& workplace, bool quick);

/// How many schedules each way of searching runs. Exact.
Listing list_schedules(Workplace& workplace, bool quick);

/// Mistakes and right programs, and what the explorer and its peers say of them. The explorer's verdicts are exact.
Listing list_mistakes(Workplace& workplace, bool quick);

}  // namespace benchmarks
