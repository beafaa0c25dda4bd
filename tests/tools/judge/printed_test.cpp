// tests/tools/judge/printed_test.cpp: however much a program prints, little of it is kept, and the rest is counted.
#include "judge/parent/printed.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <string>

namespace {

judge::Printed printed(const std::string& text) {
  judge::Printed result;
  for (std::size_t at = 0; at < text.size(); at += 10'000) {
    int ends[2];
    EXPECT_EQ(pipe(ends), 0);
    const std::string part = text.substr(at, 10'000);
    EXPECT_EQ(write(ends[1], part.data(), part.size()), static_cast<ssize_t>(part.size()));
    close(ends[1]);
    EXPECT_EQ(result.read_from(ends[0]), judge::Printed::Source::more);
    EXPECT_EQ(result.read_from(ends[0]), judge::Printed::Source::closed);
    close(ends[0]);
  }
  return result;
}

TEST(Printed, KeepsWhatIsShort) {
  EXPECT_EQ(printed("one\ntwo\n").excerpt(), "one\ntwo\n");
  EXPECT_EQ(printed("").excerpt(), "");
}

TEST(Printed, KeepsTheBeginningAndTheEndOfWhatIsLong) {
  const judge::Printed result = printed("first" + std::string(200'000, 'x') + "last");
  EXPECT_EQ(result.bytes(), 200'009U);
  const std::string excerpt = result.excerpt();
  EXPECT_TRUE(excerpt.starts_with("firstxx"));
  EXPECT_TRUE(excerpt.ends_with("xxlast"));
  EXPECT_NE(excerpt.find("[134473 bytes left out]"), std::string::npos) << excerpt.substr(32'700, 200);
}

TEST(Printed, KnowsTheLastLineThatIsNotBlank) {
  EXPECT_EQ(printed("one\ntwo\n\n  \n").last_line(), "two");
  EXPECT_EQ(printed("").last_line(), "");
  EXPECT_EQ(printed(std::string(100'000, 'x') + "end").last_line(), "..." + std::string(197, 'x') + "end");
}

}  // namespace
