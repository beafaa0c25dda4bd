// tools/terminal/markdown.cpp: see markdown.hpp.
#include "terminal/markdown.hpp"

#include "terminal/inline_markdown.hpp"
#include "terminal/markdown_table.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <sstream>

namespace workbook {

namespace {

using Lines = std::vector<std::string>;

constexpr std::string_view kFence = "```";
constexpr std::string_view kComment = "<!--";
constexpr std::string_view kCommentEnd = "-->";
constexpr std::string_view kDetails = "<details";
constexpr std::string_view kDetailsEnd = "</details>";
constexpr std::string_view kSummary = "<summary>";
constexpr std::string_view kSummaryEnd = "</summary>";
constexpr int kCodeIndentation = 2;

Lines split(std::string_view text) {
  Lines lines;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    for (std::size_t tab = 0; (tab = line.find('\t', tab)) != std::string::npos;) line.replace(tab, 1, "    ");
    lines.push_back(line);
  }
  return lines;
}

std::size_t indentation(const std::string& line) { return std::min(line.find_first_not_of(' '), line.size()); }

bool is_blank(const std::string& line) { return indentation(line) == line.size(); }

std::string trimmed(const std::string& line) {
  const std::size_t first = indentation(line);
  return line.substr(first, line.find_last_not_of(' ') + 1 - first);
}

// How many columns "- " or "12. " take; 0 where the line begins no item of a list.
std::size_t marker_length(const std::string& text) {
  if (text.starts_with("- ") || text.starts_with("* ")) return 2;
  const auto digits = static_cast<std::size_t>(
      std::ranges::find_if_not(text, [](unsigned char c) { return std::isdigit(c) != 0; }) - text.begin());
  return digits > 0 && text.compare(digits, 2, ". ") == 0 ? digits + 2 : 0;
}

std::size_t heading_level(const std::string& line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  return level >= 1 && level <= 6 && level < line.size() && line[level] == ' ' ? level : 0;
}

bool is_rule(const std::string& line) {
  return line.size() >= 3 &&
         (line.find_first_not_of('-') == std::string::npos || line.find_first_not_of('*') == std::string::npos);
}

// Whether a line ends the paragraph before it.
bool begins_block(const std::string& line) {
  const std::string text = trimmed(line);
  return text.empty() || text.starts_with(kFence) || text.starts_with(kComment) || text.starts_with(kDetails) ||
         text.starts_with(kDetailsEnd) || text.starts_with('|') || text.starts_with("> ") || is_rule(text) ||
         heading_level(text) > 0 || marker_length(text) > 0;
}

std::string repeated(std::string_view mark, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += mark;
  return text;
}

// Reads the lines of a text one block after the other.
class Page {
 public:
  Page(Lines lines, const MarkdownView& view, const Look& look) : lines_(std::move(lines)), view_(view), look_(look) {}

  Lines show() {
    while (!at_end()) show_block();
    while (!shown_.empty() && shown_.back().empty()) shown_.pop_back();
    return std::move(shown_);
  }

 private:
  bool at_end() const { return at_ == lines_.size(); }
  const std::string& line() const { return lines_[at_]; }
  int prose_width() const { return std::min(look_.width, view_.widest_prose); }

  void show_block() {
    const std::string text = trimmed(line());
    if (text.empty()) return show_gap();
    if (text.starts_with(kComment)) return skip_comment();
    if (text.starts_with(kFence)) return show_code();
    if (text.starts_with(kDetails)) return show_details();
    if (text.starts_with('|')) return show_table();
    if (is_rule(text)) return show_rule();
    if (heading_level(text) > 0) return show_heading();
    show_paragraph();
  }

  // One empty line, however many there are, and none at the top.
  void show_gap() {
    ++at_;
    if (!shown_.empty() && !shown_.back().empty()) shown_.emplace_back();
  }

  // What stands behind a comment's end in its last line is text.
  void skip_comment() {
    while (!at_end()) {
      const std::size_t end = line().find(kCommentEnd);
      if (end == std::string::npos) {
        ++at_;
        continue;
      }
      lines_[at_] = trimmed(line().substr(end + kCommentEnd.size()));
      if (is_blank(line())) ++at_;
      return;
    }
  }

  void show_code() {
    const std::size_t indented = indentation(line());
    const bool console = trimmed(line()) == "```console";
    Lines code;
    for (++at_; !at_end() && !trimmed(line()).starts_with(kFence); ++at_) {
      code.push_back(line().substr(std::min(indented, indentation(line()))));
    }
    if (!at_end()) ++at_;
    // Set in, unless that is what makes it too wide.
    const bool fits = std::ranges::all_of(
        code, [&](const std::string& one) { return columns_of(one) + kCodeIndentation <= look_.width; });
    const std::string before(fits ? kCodeIndentation : 0, ' ');
    for (const std::string& one : code) show_line_of_code(before, one, console && one.starts_with("$ "));
  }

  // Code keeps its lines; one that is too long goes on behind an arrow.
  void show_line_of_code(std::string before, std::string_view code, bool typed) {
    do {
      const std::size_t bytes = end_of_line(code, look_.width - columns_of(before));
      const std::string_view part = code.substr(0, bytes);
      code.remove_prefix(bytes);
      shown_.push_back(part.empty() ? "" : before + (typed ? bold(part, look_) : std::string(part)));
      before = look_.utf8 ? "↪ " : "> ";
    } while (!code.empty());
  }

  // A long line is broken behind a blank, unless that leaves much of the window empty.
  static std::size_t end_of_line(std::string_view code, int width) {
    const std::size_t limit = bytes_of(code, width);
    if (limit == code.size()) return limit;
    const std::size_t blank = code.rfind(' ', limit - 1);
    return blank == std::string_view::npos || blank < limit / 2 ? limit : blank + 1;
  }

  // What is folded in a browser is folded here, too.
  void show_details() {
    std::size_t end = at_;
    for (int depth = 0; end < lines_.size(); ++end) {
      if (trimmed(lines_[end]).starts_with(kDetails)) ++depth;
      if (lines_[end].find(kDetailsEnd) != std::string::npos && --depth == 0) break;
    }
    std::string whole;
    for (std::size_t i = at_; i < std::min(end + 1, lines_.size()); ++i) whole += lines_[i] + '\n';
    at_ = std::min(end + 1, lines_.size());
    show_parts_of_fold(whole.substr(0, whole.rfind(kDetailsEnd)));
  }

  // From "<details>" to what stands before its end.
  void show_parts_of_fold(const std::string& details) {
    const std::size_t summary = details.find(kSummary);
    const std::size_t summary_end = details.find(kSummaryEnd);
    if (summary == std::string::npos || summary_end == std::string::npos) {
      return show_fold("More", details.substr(details.find('>') + 1));
    }
    const std::size_t begin = summary + kSummary.size();
    show_fold(details.substr(begin, summary_end - begin), details.substr(summary_end + kSummaryEnd.size()));
  }

  void show_fold(const std::string& summary, const std::string& content) {
    if (!view_.unfolded) {
      const std::string how = view_.how_to_unfold.empty() ? "" : " (" + view_.how_to_unfold + ")";
      return add_words((look_.utf8 ? "▸ " : "+ "), "**" + summary + "**" + how);
    }
    add_words((look_.utf8 ? "▾ " : "- "), "**" + summary + "**");
    Look narrower = look_;
    narrower.width -= 2;
    MarkdownView inside = view_;
    inside.widest_prose -= 2;
    for (const std::string& inner : Page(split(content), inside, narrower).show()) {
      const char* const bar = look_.utf8 ? "│" : "|";
      shown_.push_back(inner.empty() ? bar : fmt::format("{} {}", bar, inner));
    }
  }

  void show_table() {
    Lines rows;
    for (; !at_end() && trimmed(line()).starts_with('|'); ++at_) rows.push_back(trimmed(line()));
    const Lines table = lines_of_table(rows, look_.width, look_);
    shown_.insert(shown_.end(), table.begin(), table.end());
  }

  void show_rule() {
    ++at_;
    shown_.push_back(repeated(look_.utf8 ? "─" : "-", prose_width()));
  }

  // The first two levels are underlined, so that they are seen without colours, too.
  void show_heading() {
    const std::size_t level = heading_level(trimmed(line()));
    const std::string title = trimmed(trimmed(line()).substr(level));
    ++at_;
    show_gap_before_heading();
    std::vector<Word> words = words_of(title, look_);
    for (Word& word : words) {
      for (Span& span : word) span.style.strong = true;
    }
    int widest = 0;
    for (const StyledLine& styled : set_in_lines(words, prose_width(), look_)) {
      shown_.push_back(styled.text);
      widest = std::max(widest, styled.columns);
    }
    if (level == 1) shown_.push_back(repeated(look_.utf8 ? "═" : "=", widest));
    if (level == 2) shown_.push_back(repeated(look_.utf8 ? "─" : "-", widest));
  }

  void show_gap_before_heading() {
    if (!shown_.empty() && !shown_.back().empty()) shown_.emplace_back();
  }

  // A paragraph, an item of a list, or a quote; each may go on in the next lines.
  void show_paragraph() {
    const std::size_t indented = indentation(line());
    std::string text = trimmed(line());
    std::string before(std::min<std::size_t>(indented, 8), ' ');
    const std::size_t marker = marker_length(text);
    if (marker > 0) {
      const std::string bullet = look_.utf8 ? "• " : "- ";
      before += std::isdigit(static_cast<unsigned char>(text[0])) != 0 ? text.substr(0, marker) : bullet;
      text.erase(0, marker);
    } else if (text.starts_with("> ")) {
      return show_quote();
    }
    for (++at_; !at_end() && !begins_block(line()); ++at_) text += ' ' + trimmed(line());
    add_words(before, text);
  }

  void show_quote() {
    std::string text;
    for (; !at_end() && trimmed(line()).starts_with('>'); ++at_) text += trimmed(line()).substr(1) + ' ';
    const std::string bar = look_.utf8 ? "│ " : "| ";
    for (const StyledLine& styled : set_in_lines(words_of(text, look_), prose_width() - 2, look_)) {
      shown_.push_back(bar + styled.text);
    }
  }

  // A paragraph whose further lines stand under the first one's text, right of `before`.
  void add_words(std::string before, const std::string& text) {
    const int inset = columns_of(before);
    for (const StyledLine& styled : set_in_lines(words_of(text, look_), prose_width() - inset, look_)) {
      shown_.push_back(before + styled.text);
      before.assign(static_cast<std::size_t>(inset), ' ');
    }
  }

  Lines lines_;
  const MarkdownView view_;
  const Look look_;
  std::size_t at_ = 0;
  Lines shown_;
};

Lines without_front_matter(Lines lines) {
  if (lines.empty() || lines.front() != "---") return lines;
  const auto end = std::find(lines.begin() + 1, lines.end(), "---");
  if (end != lines.end()) lines.erase(lines.begin(), end + 1);
  return lines;
}

}  // namespace

Lines lines_of_markdown(std::string_view text, const MarkdownView& view, const Look& look) {
  return Page(without_front_matter(split(text)), view, look).show();
}

}  // namespace workbook
