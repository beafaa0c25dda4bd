// tests/tools/terminal/chapters_shown_test.cpp: every text of the workbook fits every window, and nothing of it is
// lost.
#include "terminal/markdown.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace {

namespace fs = std::filesystem;
using workbook::Look;

std::vector<fs::path> texts() {
  const fs::path root = WORKBOOK_ROOT;
  std::vector<fs::path> files{root / "README.md"};
  for (const char* const folder : {"lessons", "docs"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      if (entry.path().extension() == ".md") files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  return files;
}

std::string content_of(const fs::path& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// Letters and digits in their order: what is left of a text when it is laid out in another way.
std::string letters_of(const std::string& text) {
  std::string letters;
  std::ranges::copy_if(text, std::back_inserter(letters), [](unsigned char c) { return std::isalnum(c) != 0; });
  return letters;
}

// What a reader of the source sees: without front matter, comments, tags and the languages of blocks.
std::string without_marks(const std::string& source) {
  std::istringstream in(source);
  std::string text;
  bool front_matter = false;
  int number = 0;
  static const std::regex tags("</?(details|summary|code)>|<!--.*-->");
  for (std::string line; std::getline(in, line); ++number) {
    if (line == "---" && (number == 0 || front_matter)) {
      front_matter = number == 0;
    } else if (!front_matter && !line.starts_with("```")) {
      text += std::regex_replace(line, tags, "") + '\n';
    }
  }
  return text;
}

int columns_seen(const std::string& line) {
  static const std::regex colour("\033\\[[0-9;]*m");
  return workbook::columns_of(std::regex_replace(line, colour, ""));
}

class EveryText : public testing::TestWithParam<fs::path> {
 protected:
  std::vector<std::string> shown(const Look& look) const {
    workbook::MarkdownView view;
    view.unfolded = true;
    return workbook::lines_of_markdown(source_, view, look);
  }
  std::string letters_shown(const Look& look) const {
    std::string all;
    for (const std::string& line : shown(look)) all += line + '\n';
    return letters_of(all);
  }

  const std::string source_ = content_of(GetParam());
};

TEST_P(EveryText, FitsEveryWindow) {
  for (const int width : {40, 57, 80, 100, 200}) {
    for (const bool colours : {false, true}) {
      for (const std::string& line : shown({colours, !colours, width, 24})) {
        EXPECT_LE(columns_seen(line), width) << line;
      }
    }
  }
}

TEST_P(EveryText, LosesNothingInAWideWindow) {
  EXPECT_EQ(letters_shown({false, true, 250, 24}), letters_of(without_marks(source_)));
}

// Cells that are set in several lines change the order.
TEST_P(EveryText, LosesNothingInANarrowWindow) {
  std::string wanted = letters_of(without_marks(source_));
  std::ranges::sort(wanted);
  for (const int width : {40, 80}) {
    std::string got = letters_shown({false, false, width, 24});
    std::ranges::sort(got);
    EXPECT_EQ(got, wanted) << width;
  }
}

INSTANTIATE_TEST_SUITE_P(Of, EveryText, testing::ValuesIn(texts()), [](const auto& info) {
  return std::regex_replace(info.param.lexically_proximate(WORKBOOK_ROOT).string(), std::regex("[^A-Za-z0-9]"), "_");
});

}  // namespace
