// tests/tools/judge/expectation_test.cpp: what a mutant's first lines demand.
#include "judge/parent/expectation.hpp"

#include "programs/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace {

using judge::CheckResults;
using judge::Verdict;

class Expectation : public testing::Test {
 protected:
  const judge::Expectation expected_{"A.b", "left rule", {"A.c"}};
  const CheckResults as_expected_{{"A.a", Verdict::passed, ""},
                                  {"A.b", Verdict::wrong, "that is the left rule"},
                                  {"A.c", Verdict::wrong, "whatever"}};
};

TEST_F(Expectation, IsMet) { EXPECT_EQ(judge::difference(expected_, as_expected_), ""); }

TEST_F(Expectation, IsMetWhereALaterCheckPassesThatMayFail) {
  CheckResults results = as_expected_;
  results[2].verdict = Verdict::passed;
  EXPECT_EQ(judge::difference(expected_, results), "");
}

TEST_F(Expectation, IsMissedWhereEverythingPasses) {
  CheckResults results = as_expected_;
  results[1].verdict = results[2].verdict = Verdict::passed;
  EXPECT_EQ(judge::difference(expected_, results), "every check passed, wanted A.b to fail");
}

TEST_F(Expectation, IsMissedWhereAnotherCheckFailsFirst) {
  CheckResults results = as_expected_;
  results[0].verdict = Verdict::wrong;
  EXPECT_EQ(judge::difference(expected_, results), "the first check that failed is A.a, wanted A.b");
}

TEST_F(Expectation, IsMissedWhereTheReasonIsAnother) {
  CheckResults results = as_expected_;
  results[1].message = "that is the right rule";
  EXPECT_EQ(judge::difference(expected_, results), "A.b does not say 'left rule'");
}

TEST_F(Expectation, IsMissedWhereTheVerdictIsNoVerdict) {
  CheckResults results = as_expected_;
  results[1].verdict = Verdict::inconclusive;
  EXPECT_EQ(judge::difference(expected_, results), "A.b is 'inconclusive', wanted 'wrong'");
}

TEST_F(Expectation, IsMissedWhereACheckFailsThatTheMutantDoesNotBreak) {
  CheckResults results = as_expected_;
  results.push_back({"A.d", Verdict::wrong, "too much"});
  EXPECT_EQ(judge::difference(expected_, results), "A.d fails too, which the file does not say");
}

TEST(MutantFile, IsReadUntilItsFirstLineOfCode) {
  const workbook::TemporaryFolder folder;
  const std::filesystem::path file = folder.path() / "mutant.hpp";
  std::ofstream(file) << "// caught by: A.b\n// says: left rule\n// also fails: A.c\n// also fails: A.d\n// Because.\n"
                         "#pragma once\n// caught by: A.z\n";
  const judge::Expectation expected = judge::read_expectation(file);
  EXPECT_EQ(expected.caught_by, "A.b");
  EXPECT_EQ(expected.says, "left rule");
  EXPECT_EQ(expected.also_fails, (std::vector<std::string>{"A.c", "A.d"}));
}

TEST(MutantFile, MustNameItsCheckAndItsReason) {
  const workbook::TemporaryFolder folder;
  const std::filesystem::path file = folder.path() / "mutant.hpp";
  std::ofstream(file) << "// caught by: A.b\n#pragma once\n";
  EXPECT_THROW(judge::read_expectation(file), std::runtime_error);
  std::ofstream(file) << "#pragma once\n";
  EXPECT_THROW(judge::read_expectation(file), std::runtime_error);
  EXPECT_THROW(judge::read_expectation("no such file"), std::runtime_error);
}

}  // namespace
