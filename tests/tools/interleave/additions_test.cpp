// tests/tools/interleave/additions_test.cpp: each way of searching runs exactly the schedules that there are of two
// threads adding to one total.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "additions.hpp"
#include "command.hpp"

namespace {

using cases::AdditionCounts;
using cases::Explored;
using cases::Folder;

// Beyond, the full search takes seconds.
constexpr std::size_t kMostAdditions = 3;

class Additions : public testing::TestWithParam<AdditionCounts> {};

TEST_P(Additions, AreRunInEveryOrder) {
  const AdditionCounts& search = GetParam();
  const Folder folder("additions_" + std::to_string(search.executions.back()));
  for (std::size_t times = 1; times <= std::min(kMostAdditions, search.executions.size()); ++times) {
    const std::string arguments = std::string(search.additions) + " " + std::to_string(times);
    const Explored explored =
        cases::explore(INTERLEAVE_ADDITIONS, std::string(search.options) + " -- " + arguments, folder);
    SCOPED_TRACE(arguments + ": " + explored.story());
    EXPECT_EQ(explored.executions, search.executions[times - 1]);
    EXPECT_EQ(explored.kind, search.additions == "locked" ? "" : "race");
  }
}

std::string without_blanks(const testing::TestParamInfo<AdditionCounts>& info) {
  std::string name(info.param.name);
  std::erase_if(name, [](char letter) { return letter == ' ' || letter == ','; });
  return name;
}

INSTANTIATE_TEST_SUITE_P(Searches, Additions, testing::ValuesIn(cases::kAdditionCounts), without_blanks);

}  // namespace
