// tests/chapters/markdown.cpp: see markdown.hpp.
#include "markdown.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace chapters {

namespace {

constexpr const char* kFence = "```";
constexpr const char* kCommentStart = "<!-- ";
constexpr const char* kCommentEnd = " -->";

std::string comment_in(const std::string& line) {
  if (!line.starts_with(kCommentStart) || !line.ends_with(kCommentEnd)) return "";
  const std::size_t start = std::string(kCommentStart).size();
  return line.substr(start, line.size() - start - std::string(kCommentEnd).size());
}

bool is_blank(const std::string& line) { return line.find_first_not_of(' ') == std::string::npos; }

std::size_t indentation(const std::string& line) { return std::min(line.find_first_not_of(' '), line.size()); }

}  // namespace

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<Block> blocks_of(const std::vector<std::string>& lines) {
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].starts_with(kFence)) continue;
    Block block;
    block.language = lines[i].substr(std::string(kFence).size());
    if (i > 0) block.comment = comment_in(lines[i - 1]);
    block.first = ++i;
    for (; i < lines.size() && lines[i] != kFence; ++i) block.lines.push_back(lines[i]);
    if (i == lines.size()) throw std::runtime_error("line " + std::to_string(block.first) + ": a fence is not closed");
    blocks.push_back(block);
  }
  return blocks;
}

std::string directive(const Block& block, const std::string& key) {
  const std::string before = key + ": ";
  return block.comment.starts_with(before) ? block.comment.substr(before.size()) : "";
}

std::vector<std::string> without_indentation(std::vector<std::string> lines) {
  std::size_t common = std::string::npos;
  for (const std::string& line : lines) {
    if (!is_blank(line)) common = std::min(common, indentation(line));
  }
  for (std::string& line : lines) line.erase(0, std::min(common, indentation(line)));
  return lines;
}

bool stands_in(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  if (part.empty()) return false;
  const std::vector<std::string> wanted = without_indentation(part);
  for (std::size_t i = 0; i + part.size() <= whole.size(); ++i) {
    const auto begin = whole.begin() + static_cast<std::ptrdiff_t>(i);
    const auto end = begin + static_cast<std::ptrdiff_t>(part.size());
    if (without_indentation({begin, end}) == wanted) return true;
  }
  return false;
}

}  // namespace chapters
