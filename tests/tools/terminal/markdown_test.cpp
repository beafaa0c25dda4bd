// tests/tools/terminal/markdown_test.cpp: each part of Markdown, as the terminal shows it.
#include "terminal/markdown.hpp"

#include <gtest/gtest.h>

namespace {

using workbook::lines_of_markdown;
using workbook::Look;
using workbook::MarkdownView;
using Lines = std::vector<std::string>;

// A terminal without colours, whose letters are UTF-8's.
Lines shown(const std::string& text, int width = 40, const MarkdownView& view = {}) {
  return lines_of_markdown(text, view, {false, true, width, 24});
}

Lines in_ascii(const std::string& text, int width = 40, const MarkdownView& view = {}) {
  return lines_of_markdown(text, view, {false, false, width, 24});
}

Lines in_colours(const std::string& text) { return lines_of_markdown(text, {}, {true, true, 40, 24}); }

TEST(MarkdownText, LeavesOutFrontMatterAndComments) {
  EXPECT_EQ(shown("---\ntitle: x\n---\n\nOne.\n\n<!-- varies: time -->\n\nTwo.\n<!-- a\nb --> Three.\n"),
            (Lines{"One.", "", "Two.", "Three."}));
  EXPECT_EQ(in_ascii("---\nno end\n"), (Lines{std::string(40, '-'), "no end"}));
}

TEST(MarkdownText, UnderlinesHeadings) {
  EXPECT_EQ(shown("# One\nText.\n## Two `x`\n### Three\n"),
            (Lines{"One", "═══", "Text.", "", "Two `x`", "───────", "", "Three"}));
  EXPECT_EQ(in_ascii("# One\n## Two\n"), (Lines{"One", "===", "", "Two", "---"}));
}

TEST(MarkdownText, SetsParagraphsAndListsInTheWindow) {
  EXPECT_EQ(shown("A paragraph that is\nlonger than the window is wide, so it goes on.\n\n\n\nNext.\n"),
            (Lines{"A paragraph that is longer than the", "window is wide, so it goes on.", "", "Next."}));
  EXPECT_EQ(shown("- an item that goes on in\n  the line below it, and on\n- two\n  - in two\n"),
            (Lines{"• an item that goes on in the line below", "  it, and on", "• two", "  • in two"}));
  EXPECT_EQ(shown("9. nine\n10. ten, which is longer than the window is\n"),
            (Lines{"9. nine", "10. ten, which is longer than the window", "    is"}));
  EXPECT_EQ(in_ascii("- one\n> said\n> so\n"), (Lines{"- one", "| said so"}));
}

TEST(MarkdownText, CutsAWordThatIsLongerThanTheWindow) {
  EXPECT_EQ(shown("a " + std::string(50, 'x') + " b\n"),
            (Lines{"a", std::string(40, 'x'), std::string(10, 'x') + " b"}));
}

TEST(MarkdownText, KeepsProseNarrowAndLetsCodeFillTheWindow) {
  MarkdownView view;
  view.widest_prose = 10;
  EXPECT_EQ(shown("one two three four\n```text\none two three four\n```\n", 40, view),
            (Lines{"one two", "three four", "  one two three four"}));
}

TEST(MarkdownText, KeepsTheMarksOfCodeWhereNoColourShowsIt) {
  EXPECT_EQ(shown("**Which** lock *guards* `sum_ * 2`?\n"), (Lines{"Which lock guards `sum_ * 2`?"}));
  EXPECT_EQ(in_colours("**Which** lock *guards* `sum_`?\n"),
            (Lines{"\033[1mWhich\033[0m lock \033[3mguards\033[0m \033[36msum_\033[0m?"}));
}

TEST(MarkdownText, TakesStarsAndMarksThatPairWithNothingForText) {
  EXPECT_EQ(shown("2 * 3 * 4, a ` b, [x] and <T>, a \\* b, &lt;x&gt;, f(x) = x*x.\n", 80),
            (Lines{"2 * 3 * 4, a ` b, [x] and <T>, a * b, <x>, f(x) = x*x."}));
  EXPECT_EQ(shown("``a ` b`` and `**x**`\n"), (Lines{"``a ` b`` and `**x**`"}));
}

TEST(MarkdownText, ShowsWhereALinkLeads) {
  EXPECT_EQ(shown("See [the design](docs/design.md).\n"), (Lines{"See the design (docs/design.md)."}));
}

TEST(MarkdownText, KeepsTheLinesOfCodeAndBreaksThoseThatAreTooLong) {
  EXPECT_EQ(shown("```cpp\nint x;\n\n  int **y;\n```\n"), (Lines{"  int x;", "", "    int **y;"}));
  EXPECT_EQ(shown("```console\n$ a line of forty columns, which is long\nshort\n```\n"),
            (Lines{"$ a line of forty columns, which is long", "short"}));
  EXPECT_EQ(shown("```text\nthis line is somewhat longer than the window\n```\n"),
            (Lines{"this line is somewhat longer than the ", "↪ window"}));
  EXPECT_EQ(in_ascii("```text\n" + std::string(45, '-') + "\n"), (Lines{std::string(40, '-'), "> -----"}));
}

TEST(MarkdownText, PaintsWhatIsTypedInTranscripts) {
  EXPECT_EQ(in_colours("```console\n$ ls\n$HOME\n```\n```text\n$ x\n```\n"),
            (Lines{"  \033[1m$ ls\033[0m", "  $HOME", "  $ x"}));
}

TEST(MarkdownText, FoldsDetailsUntilAsked) {
  const std::string text =
      "Why?\n\n<details><summary>Answer</summary>\n\nBecause of `x`.\n\n```cpp\nx;\n```\n\n</details>\n\nGo on.\n";
  MarkdownView folded;
  folded.how_to_unfold = "--answers shows it";
  EXPECT_EQ(shown(text, 40, folded), (Lines{"Why?", "", "▸ Answer (--answers shows it)", "", "Go on."}));
  EXPECT_EQ(in_ascii(text, 40, folded)[2], "+ Answer (--answers shows it)");
  MarkdownView unfolded;
  unfolded.unfolded = true;
  EXPECT_EQ(shown(text, 40, unfolded),
            (Lines{"Why?", "", "▾ Answer", "│ Because of `x`.", "│", "│   x;", "", "Go on."}));
}

TEST(MarkdownText, ShowsDetailsThatNeverEnd) {
  MarkdownView unfolded;
  unfolded.unfolded = true;
  EXPECT_EQ(shown("<details>\ntext\n", 40, unfolded), (Lines{"▾ More", "│ text"}));
}

TEST(MarkdownText, LinesUpTables) {
  EXPECT_EQ(shown("| step | T1 |\n|---|---|\n| 1 | reads `a|b` |\n| 2 | |\n"),
            (Lines{"step  T1", "────  ───────────", "1     reads `a|b`", "2"}));
}

TEST(MarkdownText, SetsCellsInSeveralLinesWhereATableIsTooWide) {
  EXPECT_EQ(
      shown("| place | what is there |\n|---|---|\n| `work/` | your answer, made from the exercise |\n| b | c |\n", 30),
      (Lines{"place    what is there", "───────  ─────────────────────", "`work/`  your answer, made",
             "         from the exercise", "b        c"}));
}

}  // namespace
