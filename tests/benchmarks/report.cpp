// tests/benchmarks/report.cpp: tables and JSON.
#include "report.hpp"

#include "statistics/quantile.hpp"

#include <workbook/table.hpp>

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdint>
#include <optional>
#include <sstream>
#include <thread>

namespace benchmarks {

namespace {

using workbook::fixed;
using workbook::Table;

std::string time_text(double seconds) {
  if (seconds < 1e-6) return fixed(seconds * 1e9, 2) + " ns";
  if (seconds < 1e-3) return fixed(seconds * 1e6, 1) + " us";
  return fixed(seconds * 1e3, 1) + " ms";
}

std::string yes_or_no(bool reached) { return reached ? "yes" : "no"; }

std::string reading_text(Reading reading) {
  return reading == Reading::speed ? "times as fast as" : "times as slow as";
}

std::string wanted_text(const Comparison& comparison) {
  const std::string sign = comparison.reading == Reading::speed ? ">= " : "<= ";
  std::string text;
  if (comparison.wanted) text = sign + fixed(*comparison.wanted, 2);
  if (comparison.wanted_median) text += ", median " + sign + fixed(*comparison.wanted_median, 2);
  return text;
}

void print_listing(std::ostream& out, const Listing& listing) {
  Table::Row heading;
  for (const Column& column : listing.columns) {
    if (!column.heading.empty()) heading.push_back(column.heading);
  }
  Table table(heading);
  for (const std::vector<Cell>& cells : listing.rows) {
    Table::Row row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!listing.columns[i].heading.empty()) row.push_back(cells[i].text);
    }
    table.add(row);
  }
  out << listing.title << '\n' << table;
  for (const std::string& note : listing.notes) out << note << '\n';
  for (const std::string& mismatch : listing.mismatches) out << "MISMATCH: " << mismatch << '\n';
  out << '\n';
}

void print_times(std::ostream& out, const Findings& findings) {
  Table table({"time", "best", "median", "for one", "in one round"});
  for (const Case& each : findings.cases) {
    const Times& times = findings.times.at(each.name);
    const double best = workbook::quantile(times, 0);
    const auto items = static_cast<double>(each.items);
    table.add({each.name, time_text(best / items), time_text(workbook::quantile(times, 0.5) / items), each.item,
               std::to_string(each.items) + " in " + time_text(best)});
  }
  out << table << '\n';
}

void print_ratios(std::ostream& out, const Findings& findings) {
  Table table({"ours", "is", "peer", "best", "median", "middle half", "wanted", "reached"});
  for (const auto& [comparison, ratio] : findings.ratios) {
    const bool wanted = comparison.wanted || comparison.wanted_median;
    table.add({comparison.ours, reading_text(comparison.reading), ratio.peer, fixed(ratio.best, 2),
               fixed(ratio.median, 2), fixed(ratio.low, 2) + " to " + fixed(ratio.high, 2), wanted_text(comparison),
               wanted ? yes_or_no(ratio.reached) : ""});
  }
  out << table << '\n';
}

void print_facts(std::ostream& out, const Findings& findings) {
  if (findings.facts.empty()) return;
  Table table({"fact", "value", "wanted", "reached"});
  for (const auto& [fact, value] : findings.facts) {
    table.add({fact.row, workbook::rounded(value, 2), "<= " + workbook::rounded(fact.wanted, 2),
               yes_or_no(value <= fact.wanted)});
  }
  out << table << '\n';
}

nlohmann::json json_or_null(std::optional<double> value) { return value ? nlohmann::json(*value) : nlohmann::json(); }

nlohmann::json to_json(const RatioRow& row) {
  const auto& [comparison, ratio] = row;
  return {{"row", comparison.ours + ": " + reading_text(comparison.reading) + " " + ratio.peer},
          {"ours", comparison.ours},
          {"peer", ratio.peer},
          {"reading", comparison.reading == Reading::speed ? "peer / ours" : "ours / peer"},
          {"best", ratio.best},
          {"median", ratio.median},
          {"lower_quartile", ratio.low},
          {"upper_quartile", ratio.high},
          {"wanted", json_or_null(comparison.wanted)},
          {"wanted_median", json_or_null(comparison.wanted_median)},
          {"reached", ratio.reached}};
}

nlohmann::json to_json(double number) {
  const bool whole = std::floor(number) == number;
  return whole ? nlohmann::json(static_cast<std::int64_t>(number)) : nlohmann::json(number);
}

nlohmann::json to_json(const Listing& listing) {
  nlohmann::json rows = nlohmann::json::array();
  for (const std::vector<Cell>& cells : listing.rows) {
    nlohmann::json row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto& [text, number] = cells[i];
      if (!text.empty()) row[listing.columns[i].key] = number ? to_json(*number) : nlohmann::json(text);
    }
    rows.push_back(row);
  }
  return {{"name", listing.name}, {"rows", rows}, {"mismatches", listing.mismatches}};
}

/// What Google Benchmark itself would have written.
nlohmann::json google_json(const Runs& runs) {
  std::ostringstream text;
  benchmark::JSONReporter reporter;
  reporter.SetOutputStream(&text);
  reporter.ReportContext(benchmark::BenchmarkReporter::Context());
  reporter.ReportRuns(runs);
  reporter.Finalize();
  return nlohmann::json::parse(text.str());
}

}  // namespace

void print_tables(std::ostream& out, const Findings& findings) {
  out << findings.program << ": " << findings.rounds << " rounds on " << std::thread::hardware_concurrency()
      << " processors; load " << fixed(findings.load.before, 1) << " before, " << fixed(findings.load.after, 1)
      << " after\n\n";
  for (const Listing& listing : findings.listings) print_listing(out, listing);
  if (findings.cases.empty()) return;  // Listings say all.
  print_times(out, findings);
  print_ratios(out, findings);
  print_facts(out, findings);
}

void print_json(std::ostream& out, const Findings& findings) {
  nlohmann::json ratios = nlohmann::json::array();
  for (const RatioRow& row : findings.ratios) ratios.push_back(to_json(row));
  nlohmann::json facts = nlohmann::json::array();
  for (const auto& [fact, value] : findings.facts) {
    facts.push_back({{"row", fact.row}, {"value", value}, {"wanted", fact.wanted}, {"reached", value <= fact.wanted}});
  }
  nlohmann::json listings = nlohmann::json::array();
  for (const Listing& listing : findings.listings) listings.push_back(to_json(listing));
  const nlohmann::json all = {{"program", findings.program},
                              {"rounds", findings.rounds},
                              {"load", {{"before", findings.load.before}, {"after", findings.load.after}}},
                              {"ratios", ratios},
                              {"facts", facts},
                              {"listings", listings},
                              {"google_benchmark", google_json(findings.runs)}};
  out << all.dump(2) << '\n';
}

}  // namespace benchmarks
