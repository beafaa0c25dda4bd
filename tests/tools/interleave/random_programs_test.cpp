// tests/tools/interleave/random_programs_test.cpp: the search with reduction and the full search say the same of
// programs that nobody chose. INTERLEAVE_SEED=n in the environment gives other programs.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>

#include "command.hpp"
#include "random_program.hpp"

namespace {

using cases::Explored;
using cases::Folder;
using cases::Hazard;
using cases::RandomProgram;

constexpr int kPrograms = 14;

std::uint32_t first_seed() {
  const char* const given = std::getenv("INTERLEAVE_SEED");
  return given == nullptr ? 1 : static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10));
}

void expect_same_failure(const RandomProgram& program, const Explored& reduced, const Explored& full) {
  EXPECT_NE(program.hazard, Hazard::none) << "nothing can go wrong in this program";
  if (program.hazard != Hazard::waiting) {
    EXPECT_EQ(reduced.kind, full.kind);
  }
}

// Each order that can be told apart is run, and run once.
void expect_same_orders(const Explored& reduced, const Explored& full) {
  EXPECT_TRUE(reduced.reduced_is_complete);
  EXPECT_GE(full.traces, 1);
  EXPECT_EQ(reduced.reduced_executions, full.traces);
}

class RandomPrograms : public testing::TestWithParam<int> {};

TEST_P(RandomPrograms, AreJudgedAlikeWithReductionAndWithout) {
  const std::uint32_t seed = first_seed() * 1000 + static_cast<std::uint32_t>(GetParam());
  std::cout << "seed " << seed << " (program " << GetParam() << " of INTERLEAVE_SEED=" << first_seed() << ")\n";
  const RandomProgram program = cases::random_program(seed);
  const Folder folder("random_" + std::to_string(seed));
  const auto file = folder.path() / "program.cpp";
  std::ofstream(file) << program.source;

  const Explored reduced = cases::explore(file, "--search exhaustive", folder);
  const Explored full = cases::explore(file, "--search bounded --bound 99", folder);
  SCOPED_TRACE(program.source + "with reduction: " + reduced.story() + "\nwithout: " + full.story());
  ASSERT_TRUE(full.verdict == "proved" || full.verdict == "fails");
  ASSERT_EQ(reduced.verdict, full.verdict);
  if (full.verdict == "fails") {
    expect_same_failure(program, reduced, full);
  } else {
    expect_same_orders(reduced, full);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomPrograms, testing::Range(0, kPrograms));

// The programs themselves.

TEST(RandomProgram, IsTheSameForTheSameSeed) {
  EXPECT_EQ(cases::random_program(7).source, cases::random_program(7).source);
  EXPECT_NE(cases::random_program(7).source, cases::random_program(8).source);
}

TEST(RandomProgram, HasEveryHazardInTheDefaultSeeds) {
  std::vector<int> count(5);
  for (std::uint32_t i = 0; i < kPrograms; ++i) {
    ++count[static_cast<std::size_t>(cases::random_program(1000 + i).hazard)];
  }
  for (const int programs : count) EXPECT_GE(programs, 1);
}

TEST(RandomProgram, CountsOrders) {
  EXPECT_EQ(cases::orders_of({1, 1}), 2);
  EXPECT_EQ(cases::orders_of({2, 2}), 6);
  EXPECT_EQ(cases::orders_of({9, 9}), 48620);
  EXPECT_EQ(cases::orders_of({1, 1, 1}), 6);
}

}  // namespace
