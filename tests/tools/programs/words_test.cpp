// tests/tools/programs/words_test.cpp: a command line has the words that a shell would find.
#include "programs/words.hpp"

#include <gtest/gtest.h>

namespace {

using Words = std::vector<std::string>;
using workbook::split_words;

TEST(Words, ArePartedByBlanksOutsideOfQuotes) {
  EXPECT_EQ(split_words("-O1  -DN=3\t-g "), (Words{"-O1", "-DN=3", "-g"}));
  EXPECT_EQ(split_words("-I'a b' \"\""), (Words{"-Ia b", ""}));
  EXPECT_EQ(split_words(""), Words{});
}

TEST(Words, KeepWhatStandsBehindABackslash) {
  EXPECT_EQ(split_words(R"(a\ b -DX=\"y\" "p\"q\\r\s" '\')"), (Words{"a b", "-DX=\"y\"", "p\"q\\r\\s", "\\"}));
  EXPECT_EQ(split_words("a\\"), Words{"a"});
}

TEST(Words, AQuoteWithoutItsSecondGoesOnToTheEnd) { EXPECT_EQ(split_words("a 'b c"), (Words{"a", "b c"})); }

}  // namespace
