// tests/common/table_test.cpp: columns line up.
#include <workbook/table.hpp>

#include <gtest/gtest.h>

#include <sstream>

namespace {

TEST(Table, MakesEveryColumnAsWideAsItsWidestCell) {
  workbook::Table table({"rule", "error"});
  table.add({"left", "0.5"});
  table.add({"midpoint", "0.00000025"});
  std::ostringstream out;
  out << table;
  EXPECT_EQ(out.str(),
            "rule           error\n"
            "left             0.5\n"
            "midpoint  0.00000025\n");
}

TEST(Table, LeavesNoBlanksAtTheEndOfALine) {
  workbook::Table table({"a", "b"});
  table.add({"x"});
  table.add({"long", ""});
  std::ostringstream out;
  out << table;
  EXPECT_EQ(out.str(),
            "a     b\n"
            "x\n"
            "long\n");
}

TEST(Numbers, AreRounded) {
  EXPECT_EQ(workbook::rounded(1000.0 / 3, 6), "333.333");
  EXPECT_EQ(workbook::fixed(1.995, 1), "2.0");
}

}  // namespace
