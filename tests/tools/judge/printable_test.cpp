// tests/tools/judge/printable_test.cpp: what a student's program said does nothing to whoever reads it.
#include "judge/verdict/printable.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

using judge::printable;

TEST(Printable, LeavesTextAlone) {
  const std::string text = "x² ≤ 10\n\tümlaut 漢 🎉 <b>&";
  EXPECT_EQ(printable(text), text);
  EXPECT_EQ(printable(""), "");
}

TEST(Printable, WritesControlCharactersOut) {
  EXPECT_EQ(printable("\033[2Jgone\r\a"), "\\x1b[2Jgone\\x0d\\x07");
  EXPECT_EQ(printable(std::string("a\0b\x7f", 4)), "a\\x00b\\x7f");
  EXPECT_EQ(printable("\xc2\x9b"), "\\xc2\\x9b") << "a control character of eight bits";
  EXPECT_EQ(printable("\xe2\x80\xae"), "\\xe2\\x80\\xae") << "turns the direction of the text behind it";
}

TEST(Printable, WritesBytesOutThatAreNoUtf8) {
  EXPECT_EQ(printable("\xff"), "\\xff");
  EXPECT_EQ(printable("half \xc3"), "half \\xc3");
  EXPECT_EQ(printable("\xe2\x82x"), "\\xe2\\x82x");
  EXPECT_EQ(printable("\xc0\xaf"), "\\xc0\\xaf") << "longer than it need be";
  EXPECT_EQ(printable("\xed\xa0\x80"), "\\xed\\xa0\\x80") << "half of a pair";
  EXPECT_EQ(printable("\xf4\x90\x80\x80"), "\\xf4\\x90\\x80\\x80") << "past the last character";
  EXPECT_EQ(printable("\xef\xbf\xbf"), "\\xef\\xbf\\xbf") << "XML has no place for it";
}

}  // namespace
