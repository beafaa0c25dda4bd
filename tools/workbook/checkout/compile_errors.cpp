// tools/workbook/checkout/compile_errors.cpp: see compile_errors.hpp.
#include "checkout/compile_errors.hpp"

#include "checkout/place.hpp"

#include <fmt/core.h>

#include <sstream>
#include <vector>

namespace fs = std::filesystem;

namespace workbook {

namespace {

constexpr std::size_t kShown = 3;

// g++ and clang++ write "file:line:column: error: text", g++ also "fatal error".
struct CompileError {
  fs::path file;
  std::string line;
  std::string text;
};

std::vector<CompileError> find_errors(const std::string& output) {
  std::vector<CompileError> errors;
  std::istringstream lines(output);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t error = line.find("error: ");
    const std::size_t file_end = line.find(':');
    if (error == std::string::npos || file_end == std::string::npos || file_end > error) continue;
    const std::size_t number_end = line.find(':', file_end + 1);
    if (number_end == std::string::npos || number_end > error) continue;
    errors.push_back({line.substr(0, file_end), line.substr(file_end + 1, number_end - file_end - 1),
                      line.substr(error + std::string("error: ").size())});
  }
  return errors;
}

bool same_file(const fs::path& one, const fs::path& other) {
  std::error_code ignored;
  return fs::equivalent(one, other, ignored);
}

std::string show(const std::vector<CompileError>& errors) {
  std::string text;
  for (std::size_t i = 0; i < errors.size() && i < kShown; ++i) {
    text += fmt::format("  {}:{}: {}\n", place::name_of(errors[i].file), errors[i].line, errors[i].text);
  }
  if (errors.size() > kShown)
    text += fmt::format("  and {} more, which may be gone with these\n", errors.size() - kShown);
  return text;
}

}  // namespace

bool blames_a_file(const std::string& compiler_output) {
  return !find_errors(compiler_output).empty() || compiler_output.find("undefined reference") != std::string::npos ||
         compiler_output.find("multiple definition") != std::string::npos;
}

std::string describe_compile_errors(const std::string& compiler_output, const fs::path& exercise) {
  const std::string name = place::name_of(exercise);
  std::vector<CompileError> errors = find_errors(compiler_output);
  std::vector<CompileError> in_exercise;
  for (const CompileError& error : errors) {
    // An #error is written for the student, wherever it stands.
    if (same_file(error.file, exercise) || error.text.starts_with("#error")) in_exercise.push_back(error);
  }
  if (!in_exercise.empty()) return fmt::format("{} does not compile\n{}", name, show(in_exercise));
  if (!errors.empty()) {
    return fmt::format("{} does not fit its lesson: a name, a parameter or a result differs from the starter's\n{}",
                       name, show(errors));
  }
  return fmt::format("{} does not build\n{}", name, compiler_output);
}

}  // namespace workbook
