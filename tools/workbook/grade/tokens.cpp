// tools/workbook/grade/tokens.cpp: see tokens.hpp.
#include "grade/tokens.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace workbook {

namespace {

// The words that say what a program does, whatever its author calls things.
constexpr std::array<std::string_view, 47> kKeywords{
    "alignas",  "auto",     "bool",    "break",  "case",     "catch",  "char",  "class",    "const",     "constexpr",
    "continue", "default",  "delete",  "do",     "double",   "else",   "enum",  "explicit", "false",     "float",
    "for",      "friend",   "goto",    "if",     "inline",   "int",    "long",  "mutable",  "namespace", "new",
    "noexcept", "operator", "private", "public", "requires", "return", "short", "signed",   "static",    "struct",
    "switch",   "template", "this",    "throw",  "true",     "try",    "while"};

bool is_keyword(std::string_view word) { return std::ranges::find(kKeywords, word) != kKeywords.end(); }

bool begins_word(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool continues_word(char c) { return begins_word(c) || std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

class Scanner {
 public:
  explicit Scanner(std::string_view source) : source_(source) {}

  std::vector<Token> scan() {
    while (at_ < source_.size()) step();
    return std::move(tokens_);
  }

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0'; }
  bool sees(std::string_view text) const { return source_.substr(at_).starts_with(text); }

  void step() {
    const char c = peek();
    if (std::isspace(static_cast<unsigned char>(c)) != 0) return advance(1);
    if (sees("//")) return skip_to("\n");
    if (sees("/*")) return skip_past("*/");
    if (c == '#') return directive();
    if (sees("R\"")) return raw_string();
    if (c == '"' || c == '\'') return quoted(c);
    if (begins_word(c)) return word();
    if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return number();
    take(std::string(1, c), 1);
  }

  // The token that begins here, and what it is compared by.
  void take(std::string kind, std::size_t length) {
    tokens_.push_back({std::move(kind), line_, std::string(source_.substr(at_, length))});
    advance(length);
  }

  void advance(std::size_t count) {
    const std::string_view passed = source_.substr(at_, count);
    line_ += static_cast<int>(std::ranges::count(passed, '\n'));
    at_ += passed.size();
  }

  // Up to, and not with, the end.
  void skip_to(std::string_view end) {
    const std::size_t found = source_.find(end, at_);
    advance(found == std::string_view::npos ? source_.size() - at_ : found - at_);
  }

  void skip_past(std::string_view end) {
    skip_to(end);
    advance(end.size());
  }

  // An #include tells nothing about its author; another directive does.
  void directive() {
    std::size_t name = at_ + 1;
    while (name < source_.size() && (source_[name] == ' ' || source_[name] == '\t')) ++name;
    const std::string_view rest = source_.substr(name);
    if (rest.starts_with("include") || rest.starts_with("pragma once")) return skip_to("\n");
    take("#", 1);
  }

  void raw_string() {
    const std::size_t open = source_.find('(', at_);
    if (open == std::string_view::npos) return take("text", source_.size() - at_);
    const std::string close = ")" + std::string(source_.substr(at_ + 2, open - at_ - 2)) + "\"";
    const std::size_t end = source_.find(close, open);
    take("text", (end == std::string_view::npos ? source_.size() : end + close.size()) - at_);
  }

  void quoted(char quote) {
    std::size_t length = 1;
    while (at_ + length < source_.size() && peek(length) != quote && peek(length) != '\n') {
      length += peek(length) == '\\' ? 2 : 1;
    }
    take("text", length + 1);
  }

  void word() {
    std::size_t length = 1;
    while (continues_word(peek(length))) ++length;
    const std::string text(source_.substr(at_, length));
    // What the standard library is asked for says more than what an author calls a variable.
    const std::size_t count = tokens_.size();
    const bool from_std = count >= 3 && tokens_[count - 1].kind == ":" && tokens_[count - 2].kind == ":" &&
                          tokens_[count - 3].kind == "std";
    take(from_std || text == "std" || is_keyword(text) ? text : "name", length);
  }

  void number() {
    std::size_t length = 1;
    while (continues_word(peek(length)) || peek(length) == '.' || peek(length) == '\'') ++length;
    take("number", length);
  }

  std::string_view source_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view source) { return Scanner(source).scan(); }

}  // namespace workbook
