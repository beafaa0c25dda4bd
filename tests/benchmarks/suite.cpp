// tests/benchmarks/suite.cpp: the command line and the order of events.
#include "suite.hpp"

#include "report.hpp"
#include "rounds.hpp"

#include <workbook/arguments.hpp>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <string_view>
#include <system_error>
#include <utility>

namespace benchmarks {

namespace {

using workbook::UsageError;

constexpr int kQuickRounds = 3;
constexpr int kMostRounds = 10'000;

struct Options {
  int rounds;
  std::string json_file;  // empty: none is written
  bool quick = false;
  bool help = false;
};

int read_rounds(std::string_view word) {
  int rounds = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), rounds);
  if (error != std::errc() || end != word.data() + word.size() || rounds < 1 || rounds > kMostRounds) {
    throw UsageError("--rounds is '" + std::string(word) + "', wanted a whole number from 1 to " +
                     std::to_string(kMostRounds));
  }
  return rounds;
}

Options read_options(const std::vector<std::string_view>& words, int default_rounds) {
  Options options{default_rounds, {}};
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    const bool takes_value = word == "--rounds" || word == "--json";
    if (takes_value && i + 1 == words.size()) throw UsageError("a value is missing after " + std::string(word));
    if (word == "--rounds") {
      options.rounds = read_rounds(words[++i]);
    } else if (word == "--json") {
      options.json_file = words[++i];
    } else if (word == "--quick") {
      options.rounds = kQuickRounds;
      options.quick = true;
    } else if (word == "--help") {
      options.help = true;
    } else {
      throw UsageError("got '" + std::string(word) + "', wanted [--quick] [--rounds N] [--json FILE]");
    }
  }
  return options;
}

double current_load() {
  double load = 0;
  return getloadavg(&load, 1) == 1 ? load : 0;
}

void require_written(const std::ostream& out, const std::string& where) {
  if (!out) throw UsageError("cannot write to " + where);
}

/// Opened before anything is measured: a minute of measuring shall not end in "no such folder".
std::ofstream open_for_writing(const std::string& file) {
  std::ofstream out;
  if (file.empty()) return out;
  out.open(file);
  require_written(out, file);
  return out;
}

Findings measure(const std::string& program, int rounds, const std::vector<Case>& cases,
                 const std::vector<Comparison>& comparisons, const std::vector<Fact>& facts) {
  Runs runs = cases.empty() ? Runs{} : run_in_turns(cases, rounds);
  Findings findings{program, rounds, {current_load(), 0}, cases, std::move(runs), {}, {}, {}, {}};
  findings.load.after = current_load();
  findings.times = times_of(findings.runs);
  for (const Comparison& each : comparisons) findings.ratios.push_back({each, evaluate(each, findings.times)});
  for (const Fact& each : facts) findings.facts.push_back({each, each.measure()});
  return findings;
}

bool is_exact(const std::vector<Listing>& listings) {
  return std::all_of(listings.begin(), listings.end(), [](const Listing& each) { return each.mismatches.empty(); });
}

}  // namespace

int Suite::run(int argc, char** argv) const {
  try {
    const Options options = read_options({argv + (argc > 0 ? 1 : 0), argv + argc}, rounds_);
    if (options.help) {
      std::cout << "usage: " << name_ << " [--quick] [--rounds N] [--json FILE]\n"
                << "times everything in turns, " << rounds_ << " rounds unless told otherwise, and prints ratios\n";
      return 0;
    }
    std::ofstream json = open_for_writing(options.json_file);
    const double load = current_load();
    std::vector<Listing> listings;
    for (const MeasureListing& measure_listing : listings_) listings.push_back(measure_listing(options.quick));
    Findings findings = measure(name_, options.rounds, cases_, comparisons_, facts_);
    findings.load.before = load;
    findings.listings = std::move(listings);
    print_tables(std::cout, findings);
    require_written(std::cout << std::flush, "standard output");
    if (json.is_open()) {
      print_json(json, findings);
      require_written(json << std::flush, options.json_file);
    }
    return is_exact(findings.listings) ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << name_ << ": " << error.what() << '\n';
    return workbook::kExitUsage;
  }
}

}  // namespace benchmarks
