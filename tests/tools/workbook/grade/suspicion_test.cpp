// tests/tools/workbook/grade/suspicion_test.cpp: each trick's word is seen, and no honest answer has one.
#include "grade/suspicion.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

namespace fs = std::filesystem;
using workbook::suspicions_in;

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST(Suspicion, NoRightOrWrongAnswerOfOursIsSuspected) {
  int files = 0;
  for (const std::string folder : {"lessons", "solutions", "tests"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(WORKBOOK_ROOT) / folder)) {
      const bool answer = entry.path().filename() == "exercise.hpp" ||
                          entry.path().parent_path().filename() == "variants" ||
                          entry.path().parent_path().filename() == "mutants";
      if (!answer) continue;
      ++files;
      for (const auto& suspicion : suspicions_in(text_of(entry.path()))) {
        ADD_FAILURE() << entry.path() << ':' << suspicion.line << ": " << suspicion.word << ": " << suspicion.why;
      }
    }
  }
  EXPECT_GE(files, 100);
}

TEST(Suspicion, EachTrickIsSeenWithItsLine) {
  const std::vector<std::pair<std::string, std::string>> tricks{
      {"__attribute__((no_sanitize(\"thread\"))) void f();", "no_sanitize"},
      {"[[gnu::no_sanitize_thread]] void f();", "no_sanitize_thread"},
      {"extern \"C\" int pthread_mutex_lock(void*) { return 0; }", "\"C\""},
      {"void __tsan_read8(void*);", "__tsan_read8"},
      {"void __wrap_malloc();", "__wrap_malloc"},
      {"__attribute__((constructor)) void f();", "constructor"},
      {"int x asm(\"pthread_mutex_lock\");", "asm"},
      {"#pragma GCC optimize(\"O0\")", "pragma"},
      {"int main() {}", "main"},
      {"std::ifstream in(\"/proc/self/maps\");", "\"/proc/self/maps\""},
      {"setenv(\"A\", \"B\", 1);", "setenv"},
      {"puts(\"[  PASSED  ] 9 tests\");", "\"[  PASSED  ] 9 tests\""},
      {"#define JOIN(a, b) a##b", "#"},
      {"%:%:", "%"},
      {"int no_sanit\\\nize;", "no_sanitize"},
      {"void __ts\\u0061n_read();", "\\"},
  };
  for (const auto& [source, word] : tricks) {
    const auto found = suspicions_in("\n// no_sanitize here is a comment\n" + source);
    ASSERT_FALSE(found.empty()) << source;
    EXPECT_EQ(found.front().word, word) << source;
    EXPECT_EQ(found.front().line, 3) << source;
    EXPECT_FALSE(found.front().why.empty());
  }
}

TEST(Suspicion, WordsInCommentsAndPartsOfWordsAreNone) {
  EXPECT_TRUE(suspicions_in("/* no_sanitize */ int remain, domain, main_loop, retest; // asm").empty());
}

}  // namespace
