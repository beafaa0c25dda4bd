// tools/judge/explored/explored.cpp: one scenario, one outcome. See explored.hpp.
#include "judge/explored/explored.hpp"

#include <interleave.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>

namespace judge {

namespace {

constexpr int kExitMisuse = 2;

Facts facts_in(const std::vector<std::string_view>& words) {
  Facts facts;
  for (const std::string_view word : words) {
    const std::size_t equals = std::min(word.find('='), word.size());
    facts.set(word.substr(0, equals), word.substr(std::min(equals + 1, word.size())));
  }
  return facts;
}

void report(const std::string& outcome) {
  interleave_outcome(outcome.c_str());
  if (!interleave_is_exploring()) std::fputs(outcome.c_str(), stdout);
}

}  // namespace

int run_explored(int argc, char** argv, const std::vector<Scenario>& scenarios) {
  const std::vector<std::string_view> words(argv + std::min(argc, 1), argv + argc);
  const std::string_view name = words.empty() ? "" : words.front();
  const auto scenario = std::ranges::find(scenarios, name, &Scenario::name);
  if (scenario == scenarios.end()) {
    std::fputs("This program is half of a check; './workbook check' starts it.\n", stderr);
    return kExitMisuse;
  }
  Facts told;
  scenario->run(facts_in({words.begin() + 1, words.end()}), told);
  report(encode({"", scenario->name, told}));
  return 0;
}

}  // namespace judge
