// tests/house/habits_test.cpp: what our own code never does, because students copy it.
#include "source_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

constexpr std::size_t kMostLines = 600;
constexpr std::size_t kMostColumns = 120;

// Of a line in UTF-8, whose characters have several bytes but for ASCII's.
std::size_t columns_of(const std::string& line) {
  return static_cast<std::size_t>(std::ranges::count_if(line, [](char c) { return (c & 0xC0) != 0x80; }));
}

TEST(Habits, FilesAreShort) {
  for (const std::string folder : {"common", "lessons", "solutions", "tests", "tools"}) {
    for (const auto& file : house::files_under(folder, {".hpp", ".cpp", ".cmake"})) {
      EXPECT_LE(house::lines_of(file).size(), kMostLines) << house::name_of(file);
    }
  }
}

TEST(Habits, FilesSayWhatTheyAre) {
  for (const std::string folder : {"common", "lessons", "solutions", "tools"}) {
    for (const auto& file : house::files_under(folder, {".hpp", ".cpp"})) {
      const auto lines = house::lines_of(file);
      ASSERT_FALSE(lines.empty()) << house::name_of(file);
      // A solution keeps its starter's first line.
      std::string name = house::name_of(file);
      if (name.starts_with("solutions/")) name.replace(0, std::string("solutions").size(), "lessons");
      EXPECT_TRUE(lines[0].starts_with("// " + name + ": ")) << house::name_of(file) << " begins with: " << lines[0];
    }
  }
}

void expect_to_fit(const std::filesystem::path& text) {
  const auto lines = house::lines_of(text);
  bool fenced = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].starts_with("```")) fenced = !fenced;
    // Outputs and tables are as wide as they are.
    if (fenced || lines[i].starts_with("|")) continue;
    EXPECT_LE(columns_of(lines[i]), kMostColumns) << house::name_of(text) << ":" << i + 1;
  }
}

TEST(Habits, TextsFitTheirColumns) {
  expect_to_fit(house::root() / "README.md");
  for (const std::string folder : {"lessons", "docs"}) {
    for (const auto& file : house::files_under(folder, {".md"})) expect_to_fit(file);
  }
}

// These stand for waiting that hopes. Lessons show them where they warn of them; solutions and the common library
// don't.
TEST(Habits, NothingWaitsByHope) {
  for (const std::string folder : {"common", "solutions"}) {
    for (const auto& file : house::files_under(folder, {".hpp", ".cpp"})) {
      for (const std::string& line : house::lines_of(file)) {
        for (const std::string word : {"sleep_for", "sleep_until", ".detach()"}) {
          EXPECT_EQ(line.find(word), std::string::npos) << house::name_of(file) << ": " << line;
        }
        EXPECT_FALSE(line.find("volatile") != std::string::npos && line.find("asm volatile") == std::string::npos)
            << house::name_of(file) << ": " << line;
      }
    }
  }
}

}  // namespace
