// tests/tools/interleave/judgement.cpp: see judgement.hpp.
#include "judgement.hpp"

#include <gtest/gtest.h>

#include <map>

namespace cases {

namespace {

const std::map<std::string, int> kExitCodes{{"proved", 0}, {"nothing_found", 0}, {"fails", 1}, {"unsupported", 2}};

std::string listed(const std::set<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : " or ") + word;
  return list;
}

void expect_verdict(const CaseFile& wanted, const Explored& explored) {
  EXPECT_TRUE(wanted.verdicts.contains(explored.verdict)) << "wanted " << listed(wanted.verdicts);
  const auto exit_code = kExitCodes.find(explored.verdict);
  if (exit_code != kExitCodes.end()) {
    EXPECT_EQ(explored.exit_code, exit_code->second);
  }
  if (wanted.causes.empty()) {
    EXPECT_EQ(explored.kind, explored.verdict == "unsupported" ? "unsupported" : "");
  } else {
    EXPECT_TRUE(wanted.causes.contains(explored.kind)) << "wanted " << listed(wanted.causes);
  }
}

void expect_words(const CaseFile& wanted, const Explored& explored) {
  for (const std::string& words : wanted.says) {
    EXPECT_NE(explored.printed.find(words), std::string::npos) << "it does not say '" << words << "'";
  }
  for (const std::string& words : wanted.silent) {
    EXPECT_EQ(explored.printed.find(words), std::string::npos) << "it says '" << words << "'";
  }
}

}  // namespace

void expect_as_demanded(const CaseFile& wanted, const Explored& explored) {
  expect_verdict(wanted, explored);
  expect_words(wanted, explored);
}

bool has_schedule(const Explored& explored) { return explored.verdict == "fails" && explored.executions > 0; }

}  // namespace cases
