// tools/terminal/inline_markdown.hpp: the words of a paragraph of Markdown, each in its style, set in lines.
#pragma once

#include "terminal/text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace workbook {

struct Style {
  bool strong = false;
  bool emphasis = false;
  bool code = false;

  bool operator==(const Style&) const = default;
};

/// Characters that have one style.
struct Span {
  Style style;
  std::string text;
};

/// Spans with no blank between them.
using Word = std::vector<Span>;

/// A line for the terminal, and how many columns of it are seen.
struct StyledLine {
  std::string text;
  int columns = 0;
};

/// The words of a paragraph. Knows `code`, **strong**, *emphasis*, [links](target), <code>, backslashes and the
/// entities of HTML's own characters; whatever else stands there is text. Without colours `code` keeps its marks.
std::vector<Word> words_of(std::string_view markdown, const Look& look);

/// The columns that these words take in one line.
int columns_of(const std::vector<Word>& words);

/// The words in lines of at most `width` columns; a word that is longer than a line is cut.
/// @param width  >= 1
/// @return       at least one line
std::vector<StyledLine> set_in_lines(const std::vector<Word>& words, int width, const Look& look);

}  // namespace workbook
