// tests/chapters/markdown.hpp: the fenced blocks of a Markdown text, with the comments that stand right above them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace chapters {

/// A fenced block. A comment above it, such as "<!-- varies: time -->", says how it is to be read.
struct Block {
  std::string language;            ///< the word behind the opening fence
  std::string comment;             ///< what stands in the comment above, without its marks; may be empty
  std::size_t first = 0;           ///< the number of its first line of content in the text's lines, from 0
  std::vector<std::string> lines;  ///< its content
};

std::vector<std::string> lines_of(const std::string& text);

/// @throws std::runtime_error  where a fence is not closed
std::vector<Block> blocks_of(const std::vector<std::string>& lines);

/// The value of a comment "key: value", or empty where the comment has another key.
std::string directive(const Block& block, const std::string& key);

/// Lines without the indentation that they have in common.
std::vector<std::string> without_indentation(std::vector<std::string> lines);

/// Whether `part` stands in `whole` as consecutive lines, whatever the indentation of the part as a whole.
bool stands_in(const std::vector<std::string>& part, const std::vector<std::string>& whole);

}  // namespace chapters
