// tools/programs/words.cpp: see words.hpp.
#include "programs/words.hpp"

#include <string_view>
#include <utility>

namespace workbook {

namespace {

class Splitter {
 public:
  std::vector<std::string> split(std::string_view text) {
    for (const char letter : text) take(letter);
    end_word();
    return std::move(words_);
  }

 private:
  void take(char letter) {
    if (escaped_) {
      // Between double quotes a backslash is itself, unless it stands before one of these.
      if (quote_ == '"' && letter != '"' && letter != '\\') word_ += '\\';
      word_ += letter;
      escaped_ = false;
    } else if (letter == '\\' && quote_ != '\'') {
      escaped_ = inside_ = true;
    } else if (quote_ != 0) {
      take_quoted(letter);
    } else if (letter == '\'' || letter == '"') {
      quote_ = letter;
      inside_ = true;
    } else if (letter == ' ' || letter == '\t') {
      end_word();
    } else {
      word_ += letter;
      inside_ = true;
    }
  }

  void take_quoted(char letter) {
    if (letter == quote_) {
      quote_ = 0;
    } else {
      word_ += letter;
    }
  }

  // An empty word, "", is a word, too.
  void end_word() {
    if (inside_) words_.push_back(std::exchange(word_, ""));
    inside_ = false;
  }

  std::vector<std::string> words_;
  std::string word_;
  bool inside_ = false;
  bool escaped_ = false;
  char quote_ = 0;
};

}  // namespace

std::vector<std::string> split_words(const std::string& text) { return Splitter().split(text); }

}  // namespace workbook
