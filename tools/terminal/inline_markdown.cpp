// tools/terminal/inline_markdown.cpp: see inline_markdown.hpp.
#include "terminal/inline_markdown.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

namespace workbook {

namespace {

constexpr std::string_view kEscapable = "\\`*_{}[]()#+-.!|<>&\"'~";

// Goes through a paragraph once; what it has understood stands in words_.
class Reader {
 public:
  Reader(std::string_view markdown, const Look& look) : rest_(markdown), look_(look) {}

  std::vector<Word> read() {
    while (!rest_.empty()) {
      if (!read_escape() && !read_code() && !read_stars() && !read_link() && !read_tag() && !read_entity()) {
        put(rest_.front());
        rest_.remove_prefix(1);
      }
    }
    end_word();
    return std::move(words_);
  }

 private:
  void end_word() {
    if (!word_.empty()) words_.push_back(std::exchange(word_, {}));
  }

  void put(char character) {
    if (character == ' ' || character == '\n' || character == '\t') return end_word();
    if (word_.empty() || word_.back().style != style_) word_.push_back({style_, ""});
    word_.back().text += character;
  }

  void put(std::string_view text) {
    for (const char character : text) put(character);
  }

  bool read_escape() {
    if (rest_.size() < 2 || rest_[0] != '\\' || kEscapable.find(rest_[1]) == std::string_view::npos) return false;
    put(rest_[1]);
    rest_.remove_prefix(2);
    return true;
  }

  // Between two rows of equally many backticks everything is code.
  bool read_code() {
    if (rest_.front() != '`') return false;
    const std::size_t marks = std::min(rest_.find_first_not_of('`'), rest_.size());
    const std::string_view mark = rest_.substr(0, marks);
    std::size_t end = rest_.find(mark, marks);
    // A longer row does not close a shorter one.
    while (end != std::string_view::npos && end + marks < rest_.size() && rest_[end + marks] == '`') {
      end = rest_.find(mark, rest_.find_first_not_of('`', end));
    }
    if (end == std::string_view::npos) {
      put(mark);
      rest_.remove_prefix(marks);
      return true;
    }
    put_code(rest_.substr(marks, end - marks), mark);
    rest_.remove_prefix(end + marks);
    return true;
  }

  void put_code(std::string_view code, std::string_view mark) {
    const bool padded = code.size() > 2 && code.front() == ' ' && code.back() == ' ';
    if (padded) code = code.substr(1, code.size() - 2);
    const Style before = style_;
    style_.code = true;
    if (!look_.colours) put(mark);
    put(code);
    if (!look_.colours) put(mark);
    style_ = before;
  }

  bool read_stars() {
    if (rest_.front() != '*') return false;
    if (rest_.starts_with("**")) return toggle(style_.strong, "**");
    return toggle(style_.emphasis, "*");
  }

  // Opens where something follows at once and the end is in sight; closes where it is open.
  bool toggle(bool& flag, std::string_view mark) {
    if (!flag) {
      const bool opens = rest_.size() > mark.size() && rest_[mark.size()] != ' ' && rest_[mark.size()] != '\n' &&
                         rest_.find(mark, mark.size() + 1) != std::string_view::npos;
      if (!opens) return false;
    }
    flag = !flag;
    rest_.remove_prefix(mark.size());
    return true;
  }

  // "[text](target)": a terminal follows no link, so the target is shown.
  bool read_link() {
    if (rest_.front() != '[') return false;
    const std::size_t middle = rest_.find("](");
    const std::size_t end = rest_.find(')', middle == std::string_view::npos ? rest_.size() : middle);
    if (middle == std::string_view::npos || end == std::string_view::npos) return false;
    if (rest_.substr(1, middle - 1).find('[') != std::string_view::npos) return false;
    const std::string_view target = rest_.substr(middle + 2, end - middle - 2);
    put_words(Reader(rest_.substr(1, middle - 1), look_).read());
    end_word();
    put(fmt::format("({})", target));
    rest_.remove_prefix(end + 1);
    return true;
  }

  // The first goes on the word that is being read, the last may be gone on.
  void put_words(const std::vector<Word>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i > 0) end_word();
      word_.insert(word_.end(), words[i].begin(), words[i].end());
    }
  }

  bool read_tag() {
    if (rest_.front() != '<') return false;
    for (const std::string_view tag : {"<code>", "</code>"}) {
      if (!rest_.starts_with(tag)) continue;
      style_.code = tag == "<code>";
      if (!look_.colours) put('`');
      rest_.remove_prefix(tag.size());
      return true;
    }
    return false;
  }

  bool read_entity() {
    static constexpr std::array<std::pair<std::string_view, char>, 4> kEntities{
        {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}}};
    for (const auto& [name, character] : kEntities) {
      if (!rest_.starts_with(name)) continue;
      put(character);
      rest_.remove_prefix(name.size());
      return true;
    }
    return false;
  }

  std::string_view rest_;
  const Look look_;
  Style style_;
  Word word_;
  std::vector<Word> words_;
};

int columns_of_word(const Word& word) {
  int columns = 0;
  for (const Span& span : word) columns += columns_of(span.text);
  return columns;
}

std::string painted(const Span& span, const Look& look) {
  if (!look.colours || span.style == Style{}) return span.text;
  std::string codes;
  if (span.style.strong) codes += ";1";
  if (span.style.emphasis) codes += ";3";
  if (span.style.code) codes += ";36";
  return fmt::format("\033[{}m{}\033[0m", codes.substr(1), span.text);
}

// The first `columns` columns of a word that has more; the word keeps the others.
Word cut_off(Word& word, int columns) {
  Word head;
  while (columns > 0) {
    Span& span = word.front();
    const int here = columns_of(span.text);
    if (here <= columns) {
      columns -= here;
      head.push_back(std::move(span));
      word.erase(word.begin());
    } else {
      const std::size_t bytes = bytes_of(span.text, columns);
      head.push_back({span.style, span.text.substr(0, bytes)});
      span.text.erase(0, bytes);
      columns = 0;
    }
  }
  return head;
}

}  // namespace

std::vector<Word> words_of(std::string_view markdown, const Look& look) { return Reader(markdown, look).read(); }

int columns_of(const std::vector<Word>& words) {
  int columns = words.empty() ? 0 : static_cast<int>(words.size()) - 1;
  for (const Word& word : words) columns += columns_of_word(word);
  return columns;
}

std::vector<StyledLine> set_in_lines(const std::vector<Word>& words, int width, const Look& look) {
  std::vector<StyledLine> lines(1);
  const auto append = [&](const Word& word) {
    for (const Span& span : word) lines.back().text += painted(span, look);
    lines.back().columns += columns_of_word(word);
  };
  for (Word word : words) {
    const bool begins_line = lines.back().columns == 0;
    if (!begins_line && lines.back().columns + 1 + columns_of_word(word) <= width) {
      lines.back().text += ' ';
      ++lines.back().columns;
    } else if (!begins_line) {
      lines.emplace_back();
    }
    while (columns_of_word(word) > width) {
      append(cut_off(word, width));
      lines.emplace_back();
    }
    append(word);
  }
  return lines;
}

}  // namespace workbook
