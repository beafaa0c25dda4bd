// tests/benchmarks/explorer/switching.cpp: executions per second of two threads' four additions to one unlocked total.
#include "exploration.hpp"
#include "listings.hpp"

#include <algorithm>
#include <optional>

namespace benchmarks {

namespace {

constexpr const char* kAdditions = "4";

struct Way {
  const char* name;  // as the option --switch has it
  const char* what;
  std::optional<double> wanted;  // executions per second
};

const std::vector<Way> kWays{
    {"fibers", "in one process, by exchanging stacks", 150'000},
    {"baton", "threads of the system, woken in turn", {}},
    {"fork", "a process for each execution", {}},
};

double executions_per_second(Workplace& workplace, const Way& way, const char* seconds) {
  const std::filesystem::path program = workplace.builds.of(ADDITIONS, Build::explorer);
  const std::vector<std::string> options{"--search", "bounded", "--bound", "99", "--continue", "--quiet", "--switch",
                                         way.name,   "--time",  seconds,   "--", "unlocked",   kAdditions};
  const Exploration explored = explore(program, options, workplace.builds.report_file());
  return static_cast<double>(explored.executions) / explored.search_seconds;
}

std::vector<Cell> row(const Way& way, double rate) {
  std::vector<Cell> cells{{way.name + std::string(": ") + way.what}, {workbook::fixed(rate, 0), rate}, {""}, {""}};
  if (way.wanted) {
    cells[2] = {">= " + workbook::fixed(*way.wanted, 0), way.wanted};
    cells[3] = {rate >= *way.wanted ? "yes" : "no"};
  }
  return cells;
}

}  // namespace

Listing list_switching(Workplace& workplace, bool quick) {
  const int rounds = quick ? 1 : 5;
  const char* const seconds = quick ? "0.3" : "1";
  std::vector<double> best(kWays.size());
  // In turns, as all that is compared here.
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < kWays.size(); ++i) {
      workplace.progress.show("executions per second by " + std::string(kWays[i].name));
      best[i] = std::max(best[i], executions_per_second(workplace, kWays[i], seconds));
    }
  }
  workplace.progress.clear();
  Listing listing{
      "switching",
      "Executions per second: two threads, four additions each; the best of " + std::to_string(rounds) + " rounds",
      {{"switched by", "switch"},
       {"executions/s", "executions_per_second"},
       {"wanted", "wanted"},
       {"reached", "reached"}},
      {}};
  for (std::size_t i = 0; i < kWays.size(); ++i) listing.rows.push_back(row(kWays[i], best[i]));
  return listing;
}

}  // namespace benchmarks
