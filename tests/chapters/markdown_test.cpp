// tests/chapters/markdown_test.cpp: blocks are found with the comments that belong to them.
#include "markdown.hpp"

#include <gtest/gtest.h>

namespace {

using chapters::Block;
using chapters::blocks_of;
using chapters::lines_of;

TEST(Markdown, FindsBlocksAndTheirComments) {
  const std::vector<Block> blocks =
      blocks_of(lines_of("text\n<!-- varies: time -->\n```console\n$ a\nb\n```\n\n```cpp\nint x;\n```\n<!-- from: "
                         "f.cpp -->\n\n```cpp\n```\n"));
  ASSERT_EQ(blocks.size(), 3U);
  EXPECT_EQ(blocks[0].language, "console");
  EXPECT_EQ(chapters::directive(blocks[0], "varies"), "time");
  EXPECT_EQ(chapters::directive(blocks[0], "from"), "");
  EXPECT_EQ(blocks[0].first, 3U);
  EXPECT_EQ(blocks[0].lines, (std::vector<std::string>{"$ a", "b"}));
  EXPECT_EQ(blocks[1].comment, "");
  EXPECT_EQ(blocks[2].comment, "") << "a blank line lies between";
}

TEST(Markdown, RefusesAFenceThatIsNotClosed) {
  EXPECT_THROW(blocks_of(lines_of("```cpp\nint x;\n")), std::runtime_error);
}

TEST(Markdown, FindsCodeWhateverItsIndentation) {
  const std::vector<std::string> file = lines_of("void f() {\n  if (x) {\n    g();\n  }\n}\n");
  EXPECT_TRUE(chapters::stands_in({"if (x) {", "  g();", "}"}, file));
  EXPECT_FALSE(chapters::stands_in({"if (x) {", "g();", "}"}, file)) << "indentation inside the part counts";
  EXPECT_FALSE(chapters::stands_in({"if (x) {", "}"}, file)) << "a line is left out";
  EXPECT_FALSE(chapters::stands_in({}, file));
}

}  // namespace
