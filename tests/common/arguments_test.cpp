// tests/common/arguments_test.cpp: what a program's command line may be, and what is said of one that may not.
#include <workbook/arguments.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

// Arguments as main() gets them.
class CommandLine {
 public:
  explicit CommandLine(std::vector<std::string> words) : words_(std::move(words)) {
    words_.insert(words_.begin(), "program");
    for (std::string& word : words_) pointers_.push_back(word.data());
  }
  workbook::Arguments arguments() { return {static_cast<int>(pointers_.size()), pointers_.data()}; }

 private:
  std::vector<std::string> words_;
  std::vector<char*> pointers_;
};

std::string refusal_of_number(const std::string& word) {
  CommandLine line({word});
  try {
    line.arguments().number("a", 0);
  } catch (const workbook::UsageError& error) {
    return error.what();
  }
  return "accepted";
}

std::string refusal_of_whole(const std::string& word) {
  CommandLine line({word});
  try {
    line.arguments().whole<int>("workers", 1, 1, 64);
  } catch (const workbook::UsageError& error) {
    return error.what();
  }
  return "accepted";
}

TEST(Arguments, AreReadInOrderAndHaveDefaults) {
  CommandLine line({"-2.5", "1e3"});
  workbook::Arguments arguments = line.arguments();
  EXPECT_EQ(arguments.number("a", 0), -2.5);
  EXPECT_EQ(arguments.number("b", 10), 1000);
  EXPECT_EQ(arguments.whole<int>("workers", 7, 1, 64), 7);
  EXPECT_NO_THROW(arguments.end());
}

TEST(Arguments, RefuseWhatIsNoFiniteNumber) {
  for (const char* const word : {"abc", "", "1e400", "-1e400", "nan", "inf", "1,5", "1 2", "0x10", "5abc"}) {
    EXPECT_EQ(refusal_of_number(word), "a is '" + std::string(word) + "', wanted a finite number such as 2.5 or 1e3");
  }
}

TEST(Arguments, RefuseWhatIsNoWholeNumberInRange) {
  for (const char* const word : {"0", "-1", "65", "10000000", "99999999999999999999", "2.5", "two", ""}) {
    EXPECT_EQ(refusal_of_whole(word), "workers is '" + std::string(word) + "', wanted a whole number from 1 to 64");
  }
}

TEST(Arguments, RefuseOneTooMany) {
  CommandLine line({"1", "2"});
  workbook::Arguments arguments = line.arguments();
  arguments.number("a", 0);
  try {
    arguments.end();
    FAIL() << "a second argument was accepted";
  } catch (const workbook::UsageError& error) {
    EXPECT_STREQ(error.what(), "got one argument too many: '2', wanted at most 1");
  }
}

}  // namespace
