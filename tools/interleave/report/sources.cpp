// tools/interleave/report/sources.cpp: see sources.hpp.
#include "interleave/report/sources.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>

namespace interleave {

namespace {

bool is_name_letter(char letter) { return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_'; }

constexpr std::array<std::string_view, 34> kKeywords{
    "alignas", "auto",    "bool",   "break",   "case",     "char",  "const",  "constexpr", "continue",
    "delete",  "do",      "double", "else",    "false",    "float", "for",    "if",        "int",
    "long",    "mutable", "new",    "nullptr", "return",   "short", "signed", "sizeof",    "static",
    "switch",  "this",    "throw",  "true",    "unsigned", "void",  "while"};

bool is_keyword(std::string_view word) { return std::ranges::find(kKeywords, word) != kKeywords.end(); }

std::string trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(kBlanks) - first + 1));
}

// Behind the closing quote of the text that begins at `at`.
std::size_t end_of_quoted(std::string_view code, std::size_t at) {
  const char quote = code[at];
  for (++at; at < code.size() && code[at] != quote; ++at) {
    if (code[at] == '\\') ++at;
  }
  return std::min(at + 1, code.size());
}

bool starts_text(std::string_view code, std::size_t at) {
  // 1'000'000 holds no character.
  return code[at] == '"' || (code[at] == '\'' && (at == 0 || !is_name_letter(code[at - 1])));
}

std::size_t end_of_word(std::string_view code, std::size_t at) {
  while (at < code.size() && is_name_letter(code[at])) ++at;
  return at;
}

// Behind `[...]`, where the brackets stand directly behind a name and hold no others.
std::size_t end_of_index(std::string_view code, std::size_t at) {
  if (at >= code.size() || code[at] != '[') return at;
  const std::size_t close = code.find_first_of("[]", at + 1);
  return close == std::string_view::npos || code[close] == '[' ? at : close + 1;
}

// Behind a name with the members and elements that follow it; a member that is called as a function is none.
std::size_t end_of_object(std::string_view code, std::size_t at) {
  at = end_of_index(code, end_of_word(code, at));
  for (;;) {
    const std::size_t link = code.substr(at).starts_with("->") ? 2 : (code.substr(at).starts_with(".") ? 1 : 0);
    const std::size_t end = end_of_index(code, end_of_word(code, at + link));
    if (link == 0 || end == at + link || (end < code.size() && code[end] == '(')) return at;
    at = end;
  }
}

std::string without_this(std::string name) {
  constexpr std::string_view kThis = "this->";
  return name.starts_with(kThis) ? name.substr(kThis.size()) : name;
}

}  // namespace

const std::vector<std::string>& Sources::lines(const std::string& file) const {
  const auto [known, fresh] = files_.try_emplace(file);
  if (fresh) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) known->second.push_back(line);
  }
  return known->second;
}

std::string Sources::statement(const std::string& file, int number) const {
  const std::vector<std::string>& all = lines(file);
  if (number < 1 || number > static_cast<int>(all.size())) return {};
  return without_comment(all[static_cast<std::size_t>(number) - 1]);
}

std::string without_comment(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && !line.substr(at).starts_with("//")) {
    at = starts_text(line, at) ? end_of_quoted(line, at) : at + 1;
  }
  return trimmed(line.substr(0, at));
}

std::vector<std::string> object_names(std::string_view code) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at < code.size();) {
    if (starts_text(code, at)) {
      at = end_of_quoted(code, at);
    } else if (!is_name_letter(code[at])) {
      ++at;
    } else {
      const std::size_t word_end = end_of_word(code, at);
      const std::string_view word = code.substr(at, word_end - at);
      const std::size_t end = end_of_object(code, at);
      const bool number = std::isdigit(static_cast<unsigned char>(word.front())) != 0;
      const bool qualified = code.substr(word_end).starts_with("::") || (at > 1 && code.substr(at - 2, 2) == "::");
      const bool call = end < code.size() && code[end] == '(' && end == word_end && (at == 0 || code[at - 1] != ' ');
      const bool plain_keyword = is_keyword(word) && !(word == "this" && end > word_end);
      if (!number && !qualified && !call && !plain_keyword) {
        names.push_back(without_this(std::string(code.substr(at, end - at))));
      }
      at = end;
    }
  }
  return names;
}

std::vector<std::string> called_objects(std::string_view code) {
  std::vector<std::string> called;
  for (const std::string& name : object_names(code)) {
    for (const std::string_view link : {".", "->"}) {
      const std::string beginning = name + std::string(link);
      const std::size_t at = code.find(beginning);
      if (at == std::string_view::npos) continue;
      const std::size_t end = end_of_word(code, at + beginning.size());
      if (end < code.size() && code[end] == '(') called.push_back(name);
    }
  }
  return called;
}

std::vector<std::string> guarded_objects(std::string_view code) {
  for (const std::string_view lock : {"scoped_lock", "unique_lock", "shared_lock", "lock_guard"}) {
    const std::size_t type = code.find(lock);
    const std::size_t open = code.find_first_of("({", type == std::string_view::npos ? code.size() : type);
    if (open != std::string_view::npos) return object_names(code.substr(open, code.find_first_of(")}", open) - open));
  }
  return {};
}

std::string assigned_name(std::string_view code) {
  const auto last_name = [](std::string_view part) {
    const std::vector<std::string> names = object_names(part);
    return names.empty() ? std::string() : names.back();
  };
  const auto first_name = [](std::string_view part) {
    const std::vector<std::string> names = object_names(part);
    return names.empty() ? std::string() : names.front();
  };
  for (const std::string_view step : {"++", "--"}) {
    const std::size_t at = code.find(step);
    if (at == std::string_view::npos) continue;
    const bool before = at + 2 < code.size() && (is_name_letter(code[at + 2]));
    return before ? first_name(code.substr(at + 2)) : last_name(code.substr(0, at));
  }
  for (std::size_t at = 1; at + 1 < code.size(); ++at) {
    if (code[at] != '=' || code[at + 1] == '=') continue;
    if (std::string_view("=<>![").find(code[at - 1]) != std::string_view::npos && code[at - 1] != '[') continue;
    if (code[at - 1] == '[') continue;  // a lambda that captures by copy: [=]
    return last_name(code.substr(0, at));
  }
  return {};
}

}  // namespace interleave
