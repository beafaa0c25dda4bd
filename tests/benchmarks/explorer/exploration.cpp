// tests/benchmarks/explorer/exploration.cpp: the command, and what its JSON says.
#include "exploration.hpp"

#include "bounded_run.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <stdexcept>

namespace benchmarks {

namespace {

constexpr int kMostSeconds = 120;

nlohmann::json read_report(const std::filesystem::path& file, const Ended& ended) {
  std::ifstream in(file);
  nlohmann::json report = nlohmann::json::parse(in, nullptr, false);
  if (!report.is_object()) throw std::runtime_error("interleave wrote no JSON, but:\n" + ended.output);
  return report;
}

}  // namespace

Exploration explore(const std::filesystem::path& program, const std::vector<std::string>& options,
                    const std::filesystem::path& report) {
  std::filesystem::remove(report);
  std::vector<std::string> words{INTERLEAVE_COMMAND, "run", program, "--json", report};
  words.insert(words.end(), options.begin(), options.end());
  const Ended ended = run_bounded(words, kMostSeconds);
  const nlohmann::json json = read_report(report, ended);
  const nlohmann::json& phases = json.at("phases");
  const std::int64_t last = phases.empty() ? 0 : phases.back().at("executions").get<std::int64_t>();
  return {json.at("verdict"), json.at("executions"), last, json.at("seconds"), ended.seconds};
}

}  // namespace benchmarks
