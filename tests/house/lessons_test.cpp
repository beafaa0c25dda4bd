// tests/house/lessons_test.cpp: every lesson is complete, whichever lessons there are.
#include "source_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>

namespace {

using Lines = std::vector<std::string>;
namespace fs = std::filesystem;

class Lesson : public testing::TestWithParam<std::string> {
 protected:
  std::string name() const { return GetParam(); }
  std::string number() const { return name().substr(0, 2); }
  fs::path folder() const { return house::root() / "lessons" / name(); }
  fs::path tests() const { return house::root() / "tests" / name(); }
  Lines starter() const { return house::lines_of(folder() / "exercise.hpp"); }
  Lines solution() const { return house::lines_of(house::root() / "solutions" / name() / "exercise.hpp"); }
};

bool contains(const std::string& line, const std::string& part) { return line.find(part) != std::string::npos; }

bool is_comment(const std::string& line) {
  const std::size_t start = line.find_first_not_of(' ');
  return start != std::string::npos && line.compare(start, 2, "//") == 0;
}

// The hole's number in "// TODO(student) 03.1: ...", or empty.
std::string hole_opened_by(const std::string& line) {
  static const std::regex todo(R"(.*TODO\(student\) (\d\d\.\d+).*)");
  std::smatch number;
  return std::regex_match(line, number, todo) ? number[1].str() : "";
}

// Where private members belong, which are part of a hole, too.
bool is_place_of_members(const std::string& line) { return contains(line, "// Yours:"); }

bool opens_hole(const std::string& line) { return !hole_opened_by(line).empty() || is_place_of_members(line); }

// The line behind a hole that opens at `line`: behind its call of not_done(), or behind its comment where it has none.
std::size_t end_of_hole(const Lines& lines, std::size_t line) {
  while (line < lines.size() && is_comment(lines[line])) ++line;
  return line < lines.size() && contains(lines[line], "not_done(") ? line + 1 : line;
}

// What stands between the holes.
std::vector<Lines> given_parts(const Lines& lines) {
  std::vector<Lines> parts(1);
  for (std::size_t i = 0; i < lines.size();) {
    if (!opens_hole(lines[i])) {
      parts.back().push_back(lines[i++]);
    } else {
      parts.emplace_back();
      i = end_of_hole(lines, i);
    }
  }
  return parts;
}

std::set<std::string> holes(const Lines& lines) {
  std::set<std::string> numbers;
  for (const std::string& line : lines) {
    if (!hole_opened_by(line).empty()) numbers.insert(hole_opened_by(line));
  }
  return numbers;
}

TEST_P(Lesson, HasAllItsFiles) {
  for (const char* const file : {"README.md", "exercise.hpp", "hints.md", "main.cpp"}) {
    EXPECT_TRUE(fs::exists(folder() / file)) << file << " is missing";
  }
  for (const char* const file : {"checks.cpp", "scenarios.cpp"}) {
    EXPECT_TRUE(fs::exists(tests() / file)) << "tests: " << file << " is missing";
  }
  EXPECT_FALSE(house::files_under("tests/" + name() + "/mutants", {".hpp"}).empty()) << "no mutant";
  EXPECT_FALSE(house::files_under("tests/" + name() + "/variants", {".hpp"}).empty()) << "no variant";
}

TEST_P(Lesson, HasNoStrayFiles) {
  static const std::regex known(R"(README\.md|exercise\.hpp|hints\.md|[a-z_]+\.cpp|demo_[a-z_]+\.hpp)");
  for (const auto& entry : fs::directory_iterator(folder())) {
    EXPECT_TRUE(std::regex_match(entry.path().filename().string(), known)) << entry.path();
  }
}

TEST_P(Lesson, NumbersItsHolesFromOne) {
  const std::set<std::string> found = holes(starter());
  EXPECT_FALSE(found.empty());
  for (std::size_t k = 1; k <= found.size(); ++k) {
    EXPECT_TRUE(found.contains(number() + "." + std::to_string(k))) << "hole " << k << " is missing";
  }
}

TEST_P(Lesson, EndsTheProgramInEachHole) {
  const Lines lines = starter();
  for (const std::string& hole : holes(lines)) {
    const auto call =
        std::ranges::count_if(lines, [&](const auto& line) { return contains(line, "not_done(\"" + hole + "\")"); });
    EXPECT_GE(call, 1) << hole;
  }
}

TEST_P(Lesson, HasASolutionThatDiffersFromTheStarterOnlyInTheHoles) {
  const Lines solved = solution();
  auto at = solved.begin();
  const std::vector<Lines> parts = given_parts(starter());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto found = std::search(at, solved.end(), parts[i].begin(), parts[i].end());
    ASSERT_FALSE(found == solved.end() && !parts[i].empty())
        << "the solution lacks what the starter gives "
        << (i == 0 ? "before the first hole" : "behind hole " + std::to_string(i)) << ", or changes it";
    if (i == 0) {
      EXPECT_EQ(found, solved.begin()) << "the solution adds something before the first hole";
    }
    at = found + static_cast<std::ptrdiff_t>(parts[i].size());
  }
  EXPECT_EQ(at, solved.end()) << "the solution adds something behind the last hole";
  EXPECT_TRUE(holes(solved).empty()) << "the solution has a TODO";
}

TEST_P(Lesson, AsksForFortyLinesAtMost) {
  const auto given = static_cast<std::ptrdiff_t>([&] {
    std::size_t count = 0;
    for (const Lines& part : given_parts(starter())) count += part.size();
    return count;
  }());
  const Lines solved = solution();
  const auto comments = std::ranges::count_if(solved, is_comment);
  const auto given_comments = [&] {
    std::ptrdiff_t count = 0;
    for (const Lines& part : given_parts(starter())) count += std::ranges::count_if(part, is_comment);
    return count;
  }();
  EXPECT_LE(std::ssize(solved) - given - (comments - given_comments), 40);
}

TEST_P(Lesson, HasThreeHintsForEachHole) {
  const Lines hints = house::lines_of(folder() / "hints.md");
  for (const std::string& hole : holes(starter())) {
    const auto heading = std::ranges::find(hints, "## " + hole);
    ASSERT_NE(heading, hints.end()) << "hints.md lacks a heading '## " << hole << "'";
    const auto next = std::find_if(heading + 1, hints.end(), [](const auto& line) { return line.starts_with("## "); });
    for (const std::string number : {"1. ", "2. ", "3. "}) {
      const auto hint =
          std::find_if(heading, next, [&](const auto& line) { return line.starts_with(number) && line.size() > 20; });
      EXPECT_NE(hint, next) << "hole " << hole << " lacks hint " << number;
    }
  }
}

TEST_P(Lesson, HasAChapterWithItsFiveParts) {
  const Lines chapter = house::lines_of(folder() / "README.md");
  ASSERT_FALSE(chapter.empty());
  EXPECT_EQ(chapter[0], "---");
  for (const std::string key : {"title: ", "idea: ", "minutes: "}) {
    EXPECT_TRUE(std::ranges::any_of(chapter, [&](const auto& line) {
      return line.starts_with(key) && line.size() > key.size();
    })) << key;
  }
  Lines headings;
  std::ranges::copy_if(chapter, std::back_inserter(headings), [](const auto& line) { return line.starts_with("## "); });
  EXPECT_EQ(headings, (Lines{"## Predict", "## Run", "## Investigate", "## Modify", "## Make"}));
}

TEST_P(Lesson, HasMutantsThatNameTheirCheckAndExplainThemselves) {
  for (const auto& file : house::files_under("tests/" + name() + "/mutants", {".hpp"})) {
    const Lines lines = house::lines_of(file);
    ASSERT_GE(lines.size(), 3U);
    EXPECT_TRUE(std::regex_match(lines[0], std::regex(R"(// caught by: \w+\.\w+)")))
        << house::name_of(file) << ": " << lines[0];
    EXPECT_TRUE(lines[1].starts_with("// says: ")) << house::name_of(file);
    const auto sentence = std::ranges::find_if(lines, [](const auto& line) {
      return !line.starts_with("// caught by: ") && !line.starts_with("// says: ") &&
             !line.starts_with("// also fails: ");
    });
    EXPECT_TRUE(sentence->starts_with("// ")) << house::name_of(file) << " does not say why it is wrong";
  }
}

TEST_P(Lesson, HasAFileForEachMessageThatFitsAPage) {
  std::set<std::string> wanted{"starter"};
  for (const auto& file : house::files_under("tests/" + name() + "/mutants", {".hpp"})) wanted.insert(file.stem());
  std::set<std::string> got;
  for (const auto& file : house::files_under("tests/" + name() + "/messages", {".txt"})) {
    got.insert(file.stem());
    for (const std::string& line : house::lines_of(file)) {
      EXPECT_LE(line.size(), 120U) << house::name_of(file) << ": " << line;
    }
  }
  EXPECT_EQ(got, wanted) << "tests/messages/CMakeLists.txt tells how to write them";
}

INSTANTIATE_TEST_SUITE_P(Every, Lesson, testing::ValuesIn(house::lessons()),
                         [](const auto& info) { return info.param; });

}  // namespace
