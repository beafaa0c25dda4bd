// tools/judge/parent/expectation.cpp: see expectation.hpp.
#include "judge/parent/expectation.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <string_view>

namespace judge {

namespace {

bool take_field(std::string_view line, std::string_view name, std::string& value) {
  const std::string before = "// " + std::string(name) + ": ";
  if (!line.starts_with(before)) return false;
  value = line.substr(before.size());
  return true;
}

}  // namespace

Expectation read_expectation(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file);
  Expectation expected;
  std::string line;
  while (std::getline(in, line) && line.starts_with("//")) {
    std::string other;
    if (take_field(line, "also fails", other)) expected.also_fails.push_back(other);
    take_field(line, "caught by", expected.caught_by);
    take_field(line, "says", expected.says);
  }
  if (expected.caught_by.empty()) throw std::runtime_error(file + " does not begin with '// caught by: Suite.Test'");
  if (expected.says.empty()) throw std::runtime_error(file + " has no line '// says: words of the message'");
  return expected;
}

std::string difference(const Expectation& expected, const CheckResults& results) {
  const auto first = std::ranges::find_if(results, [](const auto& r) { return r.verdict != Verdict::passed; });
  if (first == results.end()) return "every check passed, wanted " + expected.caught_by + " to fail";
  if (first->name != expected.caught_by) {
    return "the first check that failed is " + first->name + ", wanted " + expected.caught_by;
  }
  if (first->verdict != Verdict::wrong) {
    return first->name + " is '" + word_for(first->verdict) + "', wanted 'wrong'";
  }
  if (first->message.find(expected.says) == std::string::npos) {
    return first->name + " does not say '" + expected.says + "'";
  }
  for (const CheckResult& result : results) {
    const bool allowed = result.verdict == Verdict::passed || result.name == expected.caught_by ||
                         std::ranges::find(expected.also_fails, result.name) != expected.also_fails.end();
    if (!allowed) return result.name + " fails too, which the file does not say";
  }
  return "";
}

}  // namespace judge
