// tests/tools/workbook/grade/similarity_test.cpp: a copied answer is listed under any disguise, and two that differ are
// not.
#include "grade/similarity.hpp"

#include "grade/fingerprints.hpp"
#include "grade/tokens.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>

namespace {

using workbook::fingerprints_of;
using workbook::similar_pairs;
using workbook::tokens_of;

std::string text_of(const std::string& file) {
  std::ifstream in(std::string(WORKBOOK_ROOT) + "/" + file);
  std::ostringstream text;
  text << in.rdbuf();
  EXPECT_FALSE(text.str().empty()) << "no such file: " << file;
  return text.str();
}

std::vector<std::string> kinds_of(const std::string& source) {
  std::vector<std::string> kinds;
  for (const workbook::Token& token : tokens_of(source)) kinds.push_back(token.kind);
  return kinds;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  return std::regex_replace(text, std::regex(what), with);
}

const std::vector<std::string> kGiven{text_of("lessons/03_locks/exercise.hpp")};

TEST(Tokens, NamesNumbersAndTextsAreLeftOpen) {
  EXPECT_EQ(kinds_of("int x = 42; f(\"a\", 'b');"),
            (std::vector<std::string>{"int", "name", "=", "number", ";", "name", "(", "text", ",", "text", ")", ";"}));
  EXPECT_EQ(kinds_of("std::mutex m;"), (std::vector<std::string>{"std", ":", ":", "mutex", "name", ";"}));
}

TEST(Tokens, CommentsIncludesAndLayoutCountForNothing) {
  EXPECT_EQ(kinds_of("#include <mutex>\n// one\n/* two\n */ a\n\n+b"), kinds_of("x+y"));
}

TEST(Tokens, KnowTheirLines) {
  const auto tokens = tokens_of("a\n/* 2\n3 */ b\nR\"(5\n6)\" c");
  ASSERT_EQ(tokens.size(), 4U);
  EXPECT_EQ(tokens[1].line, 3);
  EXPECT_EQ(tokens[2].kind, "text");
  EXPECT_EQ(tokens[3].line, 5);
}

TEST(Tokens, TakeAnyBytesWithoutEnd) {
  for (const std::string source : {"/* no end", "\"no end", "R\"(no end", "R\"no paren", "'", "#", "\\", "a\\\"",
                                   "\xff\xfe", "\"\\", "1'000.5e", "."}) {
    EXPECT_FALSE(tokens_of(source + "x").empty() && source != "/* no end") << source;
  }
  EXPECT_FALSE(tokens_of(std::string("a\0b", 3)).empty());
}

TEST(Fingerprints, ShortTextsHaveNone) {
  EXPECT_TRUE(fingerprints_of("").empty());
  EXPECT_TRUE(fingerprints_of("int x = 1;").empty());
}

TEST(Fingerprints, PassagesOfTheSureLengthAreAlwaysSeen) {
  std::string passage;
  for (std::size_t i = 0; i < workbook::kSureTokens; ++i) passage += i % 3 == 0 ? "+ " : i % 3 == 1 ? "( " : "x ";
  const std::string one = "int a = 1; while (true) { return; } " + passage + "; for (;;) break;";
  const std::string other = "struct S { double d; }; if (1) throw 2; else " + passage + "? : case 7:";
  const auto of_one = fingerprints_of(one);
  const auto of_other = fingerprints_of(other);
  EXPECT_TRUE(std::ranges::any_of(of_one, [&](const auto& entry) { return of_other.contains(entry.first); }));
}

TEST(Similarity, ACopyInDisguiseIsListed) {
  const std::string original = text_of("tests/03_locks/variants/a_sum_for_each_lock.hpp");
  std::string copy = replaced(original, R"(//[^\n]*)", "// mine, all mine");
  copy = replaced(copy, R"(\bsum_\b)", "my_total_value");
  copy = replaced(copy, R"(\n\n)", "\n");
  copy = replaced(copy, R"(  )", "\t");
  const auto pairs = similar_pairs({original, copy}, kGiven);
  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_DOUBLE_EQ(pairs[0].share, 1);
  EXPECT_EQ(pairs[0].lines.size(), pairs[0].shared);
}

TEST(Similarity, WhatWasGivenToEverybodyIsNoCopy) {
  const std::string starter = kGiven.front();
  EXPECT_TRUE(similar_pairs({starter, starter, starter}, kGiven).empty());
  EXPECT_FALSE(similar_pairs({starter, starter}, {}).empty()) << "the test above would see nothing at all";
}

TEST(Similarity, WhatManyWriteIsNoCopy) {
  const std::string usual = text_of("solutions/03_locks/exercise.hpp");
  const std::vector<std::string> answers(20, usual);
  EXPECT_TRUE(similar_pairs(answers, kGiven).empty());
}

TEST(Similarity, OurOwnVariantsAreNotTakenForCopies) {
  std::vector<std::string> answers;
  std::vector<std::string> names;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(WORKBOOK_ROOT) + "/tests/05_signaling/variants")) {
    names.push_back(entry.path().filename());
    answers.push_back(text_of("tests/05_signaling/variants/" + names.back()));
  }
  ASSERT_GE(answers.size(), 4U);
  for (const auto& pair : similar_pairs(
           answers, {text_of("lessons/05_signaling/exercise.hpp"), text_of("solutions/05_signaling/exercise.hpp")})) {
    ADD_FAILURE() << names[pair.one] << " and " << names[pair.other] << " share " << pair.share;
  }
}

TEST(Similarity, TheMostAlikeComeFirst) {
  const std::string whole = text_of("tests/05_signaling/variants/" + std::string("semaphores.hpp"));
  const std::string half =
      whole.substr(0, whole.size() / 2) + text_of("tests/03_locks/variants/a_sum_for_each_lock.hpp");
  const auto pairs = similar_pairs({half, whole, whole}, {}, {0.2, 4, 1.0});
  ASSERT_EQ(pairs.size(), 3U);
  EXPECT_EQ(pairs[0].one, 1U);
  EXPECT_EQ(pairs[0].other, 2U);
  EXPECT_GE(pairs[1].share, pairs[2].share);
}

}  // namespace
