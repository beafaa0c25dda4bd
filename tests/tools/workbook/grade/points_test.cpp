// tests/tools/workbook/grade/points_test.cpp: the table of points means what it says, or is refused with its line.
#include "grade/points.hpp"

#include "programs/failure.hpp"
#include "programs/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace {

using workbook::Points;

Points points_of(const std::string& text) {
  const workbook::TemporaryFolder folder;
  std::ofstream(folder.path() / "points.csv") << text;
  return Points::read(folder.path() / "points.csv");
}

std::string complaint_about(const std::string& text) {
  try {
    points_of(text);
  } catch (const workbook::Failure& failure) {
    const std::string what = failure.what();
    return what.substr(what.find("points.csv"));
  }
  return "none";
}

TEST(Points, ACheckOfItsOwnLineComesBeforeTheStar) {
  const Points points = points_of("lesson,check,points\r\n# a remark\n\n03_locks,*,2\n 03_locks , A.B , 0.5 \n");
  EXPECT_EQ(points.worth("03_locks", "A.B"), 0.5);
  EXPECT_EQ(points.worth("03_locks", "A.C"), 2);
  EXPECT_EQ(points.worth("04_queues", "A.B"), 1);
}

TEST(Points, WithoutATableEachCheckIsWorthOne) { EXPECT_EQ(Points().worth("03_locks", "A.B"), 1); }

TEST(Points, WhatIsNoPointIsRefusedWithItsLine) {
  for (const std::string line : {"03_locks,A.B,-1", "03_locks,A.B,nan", "03_locks,A.B,1e400", "03_locks,A.B,x",
                                 "03_locks,A.B,1x", "03_locks,A.B", "03_locks,A.B,1,2", "03_locks,A.B,"}) {
    EXPECT_EQ(complaint_about("lesson,check,points\n" + line),
              "points.csv:2: got '" + line + "', wanted \"lesson,check,points\" with points of 0 or more");
  }
  EXPECT_EQ(complaint_about("a,b,1\na,b,2"), "points.csv:2: b of a stands there twice");
}

TEST(Points, MisspeltChecksAreNamed) {
  const Points points = points_of("03_locks,A.B,1\n03_locks,A.X,1\n09_none,*,1\n");
  EXPECT_EQ(points.unknown({{"03_locks", {"A.B"}}}), (std::vector<std::string>{"03_locks,A.X", "09_none,*"}));
}

}  // namespace
