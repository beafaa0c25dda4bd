// tests/benchmarks/explorer/schedules.cpp: how many schedules each way of searching runs, and for how long.
#include "exploration.hpp"
#include "listings.hpp"

#include "programs/words.hpp"
#include "tools/interleave/additions.hpp"

#include <algorithm>

namespace benchmarks {

namespace {

using cases::AdditionCounts;

// Short searches are run again, and the best time is told.
constexpr int kRounds = 3;
constexpr double kLongSeconds = 1;

Exploration explore_additions(Workplace& workplace, const AdditionCounts& search, std::size_t times) {
  std::vector<std::string> options = workbook::split_words(std::string(search.options));
  options.insert(options.end(), {"--quiet", "--", std::string(search.additions), std::to_string(times)});
  const std::filesystem::path program = workplace.builds.of(ADDITIONS, Build::explorer);
  const std::filesystem::path report = workplace.builds.report_file();
  Exploration best = explore(program, options, report);
  for (int round = 1; round < kRounds && best.search_seconds < kLongSeconds; ++round) {
    const Exploration again = explore(program, options, report);
    best.search_seconds = std::min(best.search_seconds, again.search_seconds);
  }
  return best;
}

void add_rows(Listing& listing, Workplace& workplace, const AdditionCounts& search, std::size_t most_additions) {
  const std::string name(search.name);
  std::vector<Cell> counts{{name}};
  std::vector<Cell> times{{name + ", ms"}};
  for (std::size_t additions = 1; additions < listing.columns.size(); ++additions) {
    if (additions > std::min(most_additions, search.executions.size())) {
      counts.push_back({""});
      times.push_back({""});
      continue;
    }
    workplace.progress.show(name + ", " + std::to_string(additions) + " additions by each thread");
    const Exploration explored = explore_additions(workplace, search, additions);
    counts.push_back(whole(explored.last_executions));
    times.push_back(milliseconds(explored.search_seconds));
    const long wanted = search.executions[additions - 1];
    if (explored.last_executions != wanted) {
      listing.mismatches.push_back(name + ", K=" + std::to_string(additions) + ": " +
                                   std::to_string(explored.last_executions) + " executions, wanted " +
                                   std::to_string(wanted));
    }
  }
  listing.rows.push_back(counts);
  listing.rows.push_back(times);
}

}  // namespace

Listing list_schedules(Workplace& workplace, bool quick) {
  Listing listing{"schedules",
                  "Executions, and milliseconds of the search: two threads, K additions each to one total",
                  {{"search", "search"}, {"K=1", "1"}, {"2", "2"}, {"3", "3"}, {"4", "4"}, {"5", "5"}},
                  {}};
  const std::size_t most_additions = quick ? 2 : 5;
  for (const AdditionCounts& search : cases::kAdditionCounts) add_rows(listing, workplace, search, most_additions);
  workplace.progress.clear();
  return listing;
}

}  // namespace benchmarks
