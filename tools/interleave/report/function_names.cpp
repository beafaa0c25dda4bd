// tools/interleave/report/function_names.cpp: see function_names.hpp.
#include "interleave/report/function_names.hpp"

#include <cxxabi.h>

#include <cstdlib>
#include <memory>

namespace interleave {

namespace {

struct Free {
  void operator()(char* text) const { std::free(text); }
};

// Takes away what stands between `open` and its `close`, these two included.
std::string without_brackets(const std::string& text, char open, char close) {
  std::string kept;
  int depth = 0;
  for (const char letter : text) {
    if (letter == open) ++depth;
    if (depth == 0) kept += letter;
    if (letter == close && depth > 0) --depth;
  }
  return kept;
}

void remove_all(std::string& text, const std::string& part) {
  for (std::size_t at = 0; (at = text.find(part)) != std::string::npos;) text.erase(at, part.size());
}

}  // namespace

std::string short_function_name(const std::string& demangled) {
  std::string name = demangled;
  remove_all(name, "(anonymous namespace)::");
  for (const std::string lambda : {"::{lambda", "::$_", "::'lambda"}) {  // as g++ and clang++ spell them
    const std::size_t at = name.find(lambda);
    if (at != std::string::npos) return "a lambda in " + short_function_name(name.substr(0, at));
  }
  name = without_brackets(without_brackets(name, '<', '>'), '(', ')');
  for (const std::string word : {" [clone .isra.0]", " &&", " &", " const"}) {
    if (name.ends_with(word)) name.resize(name.size() - word.size());
  }
  // A template's result type stands before its name.
  const std::size_t blank = name.rfind(' ');
  if (blank != std::string::npos && name.find("operator") == std::string::npos) name.erase(0, blank + 1);
  return name;
}

std::string short_name_of_linkage(const std::string& linkage) {
  int status = 0;
  const std::unique_ptr<char, Free> plain(abi::__cxa_demangle(linkage.c_str(), nullptr, nullptr, &status));
  return status == 0 ? short_function_name(plain.get()) : linkage;
}

}  // namespace interleave
