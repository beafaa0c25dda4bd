// tools/workbook/race/demonstration.cpp: see demonstration.hpp.
#include "race/demonstration.hpp"

#include "checkout/lessons.hpp"
#include "checkout/place.hpp"
#include "interleave/command/compile.hpp"
#include "programs/failure.hpp"
#include "programs/files.hpp"
#include "programs/words.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>

namespace fs = std::filesystem;

namespace workbook {

namespace {

bool is_run_in_every_order(const Lesson& lesson, const fs::path& demo, const std::string& text) {
  const std::string file = fmt::format("lessons/{}/{}", lesson.name, demo.filename().string());
  return text.find("//   ./workbook interleave run " + file + "\n") != std::string::npos;
}

struct Found {
  fs::path small;
  std::optional<OnTheMachine> machine;
};

Found find_demos(const Lesson& lesson) {
  Found found;
  for (const std::string& name : lesson.demos()) {
    const fs::path demo = lesson.folder() / ("demo_" + name + ".cpp");
    const std::string text = read_file(demo);
    if (is_run_in_every_order(lesson, demo, text)) found.small = demo;
    if (std::optional<OnTheMachine> machine = on_the_machine(text, demo.stem())) {
      machine->source = demo;
      found.machine = std::move(machine);
    }
  }
  return found;
}

[[noreturn]] void fail_without_race(const Lesson& lesson) {
  std::vector<std::string> with_race;
  for (const Lesson& other : all_lessons()) {
    if (!find_demos(other).small.empty()) with_race.push_back(other.number);
  }
  throw Failure(fmt::format("lesson {} has no race to show, wanted one of {}, or a FILE.cpp of your own", lesson.name,
                            fmt::join(with_race, ", ")));
}

Demonstration demonstration_in(const Lesson& lesson, const std::vector<std::string>& arguments) {
  Found found = find_demos(lesson);
  if (found.small.empty()) fail_without_race(lesson);
  // Arguments are the small program's: the other one has its own.
  if (!found.machine || !arguments.empty()) found.machine = OnTheMachine{found.small, arguments, {}};
  return {lesson.name, lesson.name, *std::move(found.machine), found.small, arguments};
}

bool looks_like_a_file(const std::string& word) {
  return fs::exists(word) || word.find('/') != std::string::npos || interleave::is_source(word);
}

}  // namespace

std::optional<OnTheMachine> on_the_machine(const std::string& text, const std::string& stem) {
  static const std::regex says(
      R"re(//   \./workbook race \d\d +runs "(\w+) ?([^"]*)" again and again: "([^"]+)" should be "([^"]+)")re");
  std::smatch words;
  if (!std::regex_search(text, words, says) || words[1] != stem) return std::nullopt;
  return OnTheMachine{{}, split_words(words[2]), Labels{words[3], words[4]}};
}

Demonstration demonstration_of(const std::string& word, const std::vector<std::string>& arguments) {
  if (!looks_like_a_file(word)) return demonstration_in(lesson_named(word), arguments);
  if (!fs::is_regular_file(word) || !interleave::is_source(word)) {
    throw Failure(fmt::format("got '{}', wanted the number of a lesson or a source file, such as race.cpp", word));
  }
  return {fs::path(word).filename(), "", {word, arguments, {}}, word, arguments};
}

}  // namespace workbook
