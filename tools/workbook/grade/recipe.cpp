// tools/workbook/grade/recipe.cpp: see recipe.hpp.
#include "grade/recipe.hpp"

#include "programs/failure.hpp"
#include "programs/words.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <set>
#include <sstream>
#include <string_view>

namespace fs = std::filesystem;

namespace workbook {

namespace {

using Words = std::vector<std::string>;

struct Pair {
  Words compile;
  Words link;
};

// CMake writes a link command as ": && ... && :".
Words command_in(const std::string& line) {
  Words words = split_words(line);
  std::erase_if(words, [](const std::string& word) { return word == ":" || word == "&&"; });
  return words;
}

bool has(const Words& words, const std::string& word) { return std::ranges::find(words, word) != words.end(); }

std::string after(const Words& words, const std::string& option) {
  const auto found = std::ranges::find(words, option);
  return found == words.end() || found + 1 == words.end() ? "" : *(found + 1);
}

Pair commands_of(const std::string& commands, const std::string& target) {
  Pair pair;
  std::istringstream lines(commands);
  const std::string objects = "CMakeFiles/" + target + ".dir/";
  for (std::string line; std::getline(lines, line);) {
    const Words words = command_in(line);
    const std::string output = after(words, "-o");
    if (has(words, "-c") && output.find(objects) != std::string::npos) pair.compile = words;
    if (!has(words, "-c") && fs::path(output).filename() == target) pair.link = words;
  }
  if (pair.compile.empty() || pair.link.empty()) {
    throw Failure(fmt::format("the build of {} is not of the form that grade knows:\n{}", target, commands));
  }
  return pair;
}

// Dependencies are found anew each time.
void drop_dependency_options(Words& words) {
  std::erase(words, "-MD");
  for (const std::string option : {"-MT", "-MF"}) {
    const auto found = std::ranges::find(words, option);
    if (found != words.end()) words.erase(found, std::min(found + 2, words.end()));
  }
}

void replace(Words& words, const std::string& what, const std::string& with) {
  std::ranges::replace(words, what, with);
}

// The path in a word such as -I/usr or file.o; empty where there is none.
std::string path_in(const std::string& word) {
  for (const std::string_view option : {"-I", "-isystem", "-Wl,-rpath,", "-L"}) {
    if (word.starts_with(option)) return word.substr(option.size());
  }
  return word.starts_with('-') ? "" : word;
}

void collect_reads(const Words& words, const fs::path& build, std::set<fs::path>& reads) {
  // The first word is the compiler.
  for (auto word = words.begin() + 1; word != words.end(); ++word) {
    const std::string path = path_in(*word);
    if (path.empty()) continue;
    const fs::path absolute = (build / path).lexically_normal();
    std::error_code error;
    if (fs::exists(absolute, error)) reads.insert(absolute);
  }
}

// What is named from the build tree's top is named from everywhere: the jail has a place of its own to stand in.
void make_absolute(Words& words, const fs::path& build) {
  for (std::string& word : words) {
    std::error_code error;
    if (word.starts_with('-') || word.starts_with('/')) continue;
    if (fs::exists(build / word, error)) word = (build / word).lexically_normal().string();
  }
}

Command as_command(const Words& words) { return {words.front(), {words.begin() + 1, words.end()}}; }

}  // namespace

Recipe recipe_from(const std::string& commands, const fs::path& build, const std::string& target,
                   const fs::path& given_folder, const RecipePlaces& places) {
  Pair pair = commands_of(commands, target);
  const std::string given = "-I" + given_folder.string();
  if (!has(pair.compile, given)) {
    throw Failure(fmt::format("the build of {} does not look for an exercise in {}", target, given_folder.string()));
  }
  const std::string object = after(pair.compile, "-o");
  const std::string program = after(pair.link, "-o");
  drop_dependency_options(pair.compile);
  std::erase(pair.compile, "-Werror");  // A warning costs nobody a point.
  std::set<fs::path> reads;
  Words without_answer = pair.compile;
  std::erase(without_answer, given);
  collect_reads(without_answer, build, reads);
  replace(pair.compile, given, "-I" + places.exercise_folder.string());
  replace(pair.compile, object, places.object.string());
  reads.erase((build / object).lexically_normal());
  Words without_object = pair.link;
  std::erase(without_object, object);
  std::erase(without_object, program);
  collect_reads(without_object, build, reads);
  replace(pair.link, object, places.object.string());
  replace(pair.link, program, places.program.string());
  make_absolute(pair.compile, build);
  make_absolute(pair.link, build);
  return {as_command(pair.compile), as_command(pair.link), {reads.begin(), reads.end()}};
}

}  // namespace workbook
