// tests/benchmarks/explorer/mistakes.cpp: who finds which mistake, and who takes a right program for wrong.
#include "exploration.hpp"
#include "listings.hpp"
#include "peers.hpp"
#include "statistics/quantile.hpp"

namespace benchmarks {

namespace {

/// How often each is run.
struct Repeats {
  int explorer;
  int thread_sanitizer;
  int helgrind;
  int plain;
};

constexpr Repeats kAll{3, 20, 2, 200};
constexpr Repeats kQuick{1, 2, 1, 5};

Exploration explore_example(Workplace& workplace, const Example& example, int rounds) {
  const std::filesystem::path program = workplace.builds.of(source_of(example.name), Build::explorer);
  const std::filesystem::path report = workplace.builds.report_file();
  Exploration explored{};
  Times times;
  for (int round = 0; round < rounds; ++round) {
    explored = explore(program, {}, report);
    times.push_back(explored.seconds);
  }
  explored.seconds = workbook::quantile(times, 0.5);
  return explored;
}

std::string share(int k, int n) { return std::to_string(k) + "/" + std::to_string(n); }

// What a tool said; that the program hung in it, where it said nothing.
std::string said(const Example& example, const Tally& tally) {
  if (tally.reported > 0) return (example.right ? "FALSE " : "found ") + share(tally.reported, tally.runs);
  if (tally.hung > 0) return (example.right ? "HUNG " : "hung ") + share(tally.hung, tally.runs);
  return share(0, tally.runs);
}

std::string shown(const Example& example, const Tally& tally) {
  return !example.checks && tally.wrong == 0 ? "no check" : share(tally.wrong, tally.runs);
}

// For JSON alone.
void add_counts(std::vector<Cell>& row, const Tally& tally) {
  for (const int count : {tally.runs, tally.reported, tally.wrong, tally.hung}) row.push_back(whole(count));
}

std::vector<Column> columns() {
  std::vector<Column> all{{"program", "program"},   {"explorer", "explorer"},     {"runs", "executions"},
                          {"ms", "explorer_ms"},    {"TSan", "thread_sanitizer"}, {"ms", "thread_sanitizer_ms"},
                          {"Helgrind", "helgrind"}, {"ms", "helgrind_ms"},        {"plain", "plain"}};
  for (const std::string peer : {"thread_sanitizer", "helgrind", "plain"}) {
    for (const std::string count : {"runs", "reported", "wrong", "hung"}) all.push_back({"", peer + "_" + count});
  }
  return all;
}

void expect_verdict(Listing& listing, const Example& example, const Exploration& explored) {
  const char* const wanted = example.right ? "proved" : "fails";
  if (explored.verdict == wanted) return;
  listing.mismatches.push_back(example.name + ": " + explored.verdict + ", wanted " + wanted);
}

void add_row(Listing& listing, Workplace& workplace, const Example& example, const Repeats& repeats) {
  const auto show = [&](const char* who) { workplace.progress.show(example.name + ": " + who); };
  const std::filesystem::path source = source_of(example.name);
  show("building");
  const std::filesystem::path plain_program = workplace.builds.of(source, Build::plain);
  const std::filesystem::path sanitized_program = workplace.builds.of(source, Build::thread_sanitizer);
  show("the explorer");
  const Exploration explored = explore_example(workplace, example, repeats.explorer);
  expect_verdict(listing, example, explored);
  show("ThreadSanitizer");
  const Tally sanitized = run_with_thread_sanitizer(sanitized_program, repeats.thread_sanitizer);
  show("Helgrind");
  const Tally helgrind = run_with_helgrind(plain_program, repeats.helgrind);
  show("plain runs");
  const Tally plain = run_plainly(plain_program, repeats.plain);
  std::vector<Cell> row{{example.name},
                        {explored.verdict},
                        whole(explored.executions),
                        milliseconds(explored.seconds),
                        {said(example, sanitized)},
                        milliseconds(sanitized.seconds),
                        {said(example, helgrind)},
                        milliseconds(helgrind.seconds),
                        {shown(example, plain)}};
  for (const Tally& tally : {sanitized, helgrind, plain}) add_counts(row, tally);
  listing.rows.push_back(row);
}

}  // namespace

Listing list_mistakes(Workplace& workplace, bool quick) {
  Listing listing{
      "mistakes", "Who finds the mistake, and who proves its absence; milliseconds of one call or run", columns(), {}};
  for (const Example& example : examples(quick)) add_row(listing, workplace, example, quick ? kQuick : kAll);
  workplace.progress.clear();
  listing.notes = {
      "found: the tool reported something of a wrong program, whatever it was; FALSE: of a right one",
      "hung: it said nothing and did not end; HUNG: so did a right program",
      "plain: runs whose exit code, signal or missing end show the mistake",
      "no check: the program does not look at its result",
  };
  return listing;
}

}  // namespace benchmarks
