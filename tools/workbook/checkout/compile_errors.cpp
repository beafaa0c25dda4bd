// tools/workbook/checkout/compile_errors.cpp: see compile_errors.hpp.
#include "checkout/compile_errors.hpp"

#include "checkout/place.hpp"
#include "judge/verdict/printable.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <regex>
#include <sstream>
#include <vector>

namespace fs = std::filesystem;

namespace workbook {

namespace {

using judge::CompileError;
using judge::CompileErrors;

constexpr std::size_t kShown = 3;

// The exercise is compiled more than once, so an error may come more than once.
bool is_new(const CompileError& error, const std::vector<CompileError>& errors) {
  return std::ranges::none_of(errors, [&](const CompileError& other) {
    return error.file == other.file && error.line == other.line && error.text == other.text;
  });
}

// g++ and clang++ write "file:line:column: error: text", g++ also "fatal error".
std::vector<CompileError> find_errors(const std::string& output) {
  static const std::regex form(R"(([^:]+):(\d{1,9}):(?:\d+:)? (?:fatal )?error: (.*))");
  std::vector<CompileError> errors;
  std::istringstream lines(output);
  for (std::string line; std::getline(lines, line);) {
    // A line as long as a book is no error that a person wrote, and more than the expression can take.
    line = judge::printable(line.substr(0, 1000));
    std::smatch parts;
    if (!std::regex_match(line, parts, form)) continue;
    const CompileError error{parts[1], std::stoi(parts[2]), parts[3]};
    if (is_new(error, errors)) errors.push_back(error);
  }
  return errors;
}

bool same_file(const fs::path& one, const fs::path& other) {
  std::error_code ignored;
  return fs::equivalent(one, other, ignored);
}

// Of what a linker says, the lines that name what is missing or there twice.
std::string said_by_linker(const std::string& output) {
  std::istringstream lines(output);
  std::string said;
  for (std::string line; std::getline(lines, line);) {
    if (line.find("undefined reference") == std::string::npos && line.find("multiple definition") == std::string::npos)
      continue;
    line = judge::printable(line) + '\n';
    if (said.find(line) == std::string::npos) said += line;
  }
  return said;
}

// Each once, and by names that a reader knows.
CompileErrors first_of(const std::vector<CompileError>& errors, const std::string& headline) {
  CompileErrors result{headline, errors, 0, ""};
  if (errors.size() > kShown) {
    result.more = errors.size() - kShown;
    result.shown.resize(kShown);
  }
  for (CompileError& error : result.shown) error.file = place::shown(error.file);
  return result;
}

}  // namespace

bool blames_a_file(const std::string& compiler_output) {
  return !find_errors(compiler_output).empty() || !said_by_linker(compiler_output).empty();
}

CompileErrors compile_errors_in(const std::string& compiler_output, const fs::path& exercise) {
  const std::string name = place::shown(exercise);
  const std::vector<CompileError> errors = find_errors(compiler_output);
  std::vector<CompileError> in_exercise;
  for (const CompileError& error : errors) {
    if (same_file(error.file, exercise)) {
      in_exercise.push_back({exercise, error.line, error.text});  // It may have been compiled by another name.
    } else if (error.text.starts_with("#error")) {
      in_exercise.push_back(error);  // An #error is written for the student, wherever it stands.
    }
  }
  if (!in_exercise.empty()) return first_of(in_exercise, name + " does not compile");
  if (!errors.empty()) {
    return first_of(errors,
                    name + " does not fit its lesson: a name, a parameter or a result differs from the starter's");
  }
  return {name + " does not build", {}, 0, said_by_linker(compiler_output)};
}

std::string described(const CompileErrors& errors) {
  std::string text = errors.headline + '\n' + errors.linker;
  for (const CompileError& error : errors.shown)
    text += fmt::format("  {}:{}: {}\n", error.file, error.line, error.text);
  if (errors.more > 0) text += fmt::format("  and {} more, which may be gone with these\n", errors.more);
  return text;
}

}  // namespace workbook
