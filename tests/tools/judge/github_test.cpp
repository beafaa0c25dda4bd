// tests/tools/judge/github_test.cpp: a workflow shows each finding at its line, and obeys nobody's output.
#include "judge/verdict/github.hpp"

#include "made_up_verdicts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST(Annotations, StandAtTheLine) {
  EXPECT_EQ(judge::github_annotations({made_up::wrong()}),
            "::error file=work/03_locks/exercise.hpp,line=7,title=Total.KeepsEveryAdd%3A wrong::"
            "03.1  Total lost an update%0A  why     no lock was held\n");
}

TEST(Annotations, OfWhatPassedThereAreNone) { EXPECT_EQ(judge::github_annotations({made_up::passed()}), ""); }

TEST(Annotations, NothingThatAProgramSaidBeginsACommand) {
  const std::string text = judge::github_annotations({made_up::with_check(judge::Verdict::wrong, made_up::kHostile)});
  const auto lines = lines_of(text);
  ASSERT_EQ(lines.size(), 1U) << text;
  EXPECT_TRUE(lines[0].starts_with("::error file=work/04_queues/exercise.hpp,title="));
  EXPECT_EQ(text.find('\033'), std::string::npos);
}

TEST(Annotations, OfCompileErrorsStandAtTheirLines) {
  const auto lines = lines_of(judge::github_annotations({made_up::not_compiled()}));
  ASSERT_FALSE(lines.empty());
  EXPECT_TRUE(lines[0].starts_with("::error file=")) << lines[0];
  EXPECT_NE(lines[0].find(",line="), std::string::npos) << lines[0];
}

TEST(Summary, IsATableThatNobodyCanBreak) {
  const std::string text = judge::github_summary({{"03_locks|<b>\n| x |", "work/exercise.hpp"}});
  EXPECT_EQ(lines_of(text).size(), 3U) << text;
  EXPECT_EQ(text.find("<b>"), std::string::npos);
}

}  // namespace
