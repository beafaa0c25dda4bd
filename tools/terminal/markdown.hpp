// tools/terminal/markdown.hpp: a chapter as a terminal shows it.
#pragma once

#include "terminal/text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace workbook {

/// What of a Markdown text is shown, and how wide.
struct MarkdownView {
  bool unfolded = false;      ///< whether to show what is folded away in <details>
  std::string how_to_unfold;  ///< said in place of it, such as "./workbook read 03 --answers shows it"
  int widest_prose = 100;     ///< columns, however wide the window is; code may fill the window
};

/// The lines of a Markdown text, none wider than the window. Knows headings, paragraphs, lists, quotes, fenced blocks,
/// tables, rules, <details> and what inline_markdown.hpp knows; leaves out front matter and comments. Pure.
std::vector<std::string> lines_of_markdown(std::string_view text, const MarkdownView& view, const Look& look);

}  // namespace workbook
