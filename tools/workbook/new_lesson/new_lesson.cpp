// tools/workbook/new_lesson/new_lesson.cpp: the command `new-lesson`: a lesson that is whole, for its author to change.
// Made from the files of template/, in which @LESSON@ stands for NN_topic and @NN@ for its number.
#include "checkout/lessons.hpp"
#include "checkout/place.hpp"
#include "commands/commands.hpp"
#include "programs/failure.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <system_error>
#include <vector>

namespace fs = std::filesystem;

namespace workbook {

namespace {

// A longer one would make lines of the template too long.
constexpr std::size_t kLongestName = 30;

// In the order in which they come to stand in the checkout: a folder of lessons/ makes a lesson of the others.
constexpr std::array kParts{"solutions", "tests", "lessons"};

fs::path template_folder() { return place::root() / "tools" / "workbook" / "new_lesson" / "template"; }

fs::path place_of(const std::string& part, const std::string& name) { return place::root() / part / name; }

void refuse_bad_name(const std::string& name) {
  static const std::regex good(R"((0[1-9]|[1-9][0-9])(_[a-z0-9]+)+)");
  if (std::regex_match(name, good) && name.size() <= kLongestName) return;
  throw Failure(
      fmt::format("got '{}' for a lesson's name, wanted two digits and a topic in small letters, such as "
                  "07_deadlock, {} letters at most",
                  name, kLongestName));
}

std::string free_number() {
  const std::vector<Lesson> lessons = all_lessons();
  return lessons.empty() ? "01" : fmt::format("{:02}", std::stoi(lessons.back().number) + 1);
}

void refuse_taken(const std::string& name) {
  for (const Lesson& lesson : all_lessons()) {
    if (lesson.number != name.substr(0, 2)) continue;
    throw Failure(fmt::format("got the number {}, which {} has, wanted a free one, such as {}", lesson.number,
                              lesson.name, free_number()));
  }
  for (const std::string part : kParts) {
    if (fs::exists(place_of(part, name))) {
      throw Failure(
          fmt::format("got {}, but there is a folder {}/{}, wanted a name that nothing has", name, part, name));
    }
  }
}

std::string replaced(std::string text, const std::string& mark, const std::string& by) {
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + by.size())) {
    text.replace(at, mark.size(), by);
  }
  return text;
}

void write_file(const fs::path& from, const fs::path& to, const std::string& name) {
  std::ifstream in(from);
  std::ostringstream text;
  text << in.rdbuf();
  fs::create_directories(to.parent_path());
  std::ofstream out(to);
  out << replaced(replaced(text.str(), "@LESSON@", name), "@NN@", name.substr(0, 2)) << std::flush;
  if (!in || !out) throw Failure(fmt::format("cannot write {} from {}", to.string(), from.string()));
}

// A file of the template is called as what is made of it, and ".in".
void write_files(const fs::path& folder, const std::string& name) {
  for (const auto& entry : fs::recursive_directory_iterator(template_folder())) {
    if (!entry.is_regular_file()) continue;
    fs::path file = folder / fs::relative(entry.path(), template_folder());
    write_file(entry.path(), file.replace_extension(), name);
  }
}

// Written under .workbook first, which is on the same disk; then moved. What was moved before something failed is taken
// away again, so that a lesson is there whole or not at all.
class HalfMade {
 public:
  HalfMade() : folder_(place::state() / fmt::format("new_lesson.{}", getpid())) {}
  ~HalfMade() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
    for (const fs::path& moved : moved_) fs::remove_all(moved, ignored);
  }
  HalfMade(const HalfMade&) = delete;
  HalfMade& operator=(const HalfMade&) = delete;

  const fs::path& folder() const { return folder_; }

  void move(const std::string& part, const std::string& name) {
    fs::rename(folder_ / part, place_of(part, name));
    moved_.push_back(place_of(part, name));
  }
  void keep() { moved_.clear(); }

 private:
  fs::path folder_;
  std::vector<fs::path> moved_;
};

void make(const std::string& name) {
  HalfMade lesson;
  try {
    write_files(lesson.folder(), name);
    for (const std::string part : kParts) lesson.move(part, name);
  } catch (const fs::filesystem_error& error) {
    throw Failure(fmt::format("cannot make lesson {}: {}, wanted room and the right to write", name, error.what()));
  }
  lesson.keep();
}

void tell_what_is_next(const std::string& name) {
  fmt::print(
      "lessons/{0}/    the chapter, the exercise, its hints, its program\n"
      "solutions/{0}/  the reference answer\n"
      "tests/{0}/      the checks, a wrong answer (mutants/), another right one (variants/)\n\n"
      "It is whole, and passes its tests. Make it yours file by file, and see that it still does:\n"
      "  ./workbook check {1} --file solutions/{0}/exercise.hpp\n"
      "  ./workbook test\n"
      "What a student is told stands in tests/{0}/messages/; tests/messages/CMakeLists.txt tells how to write it.\n"
      "README.md shows a list of the lessons. This brings it up to date:\n"
      "  build/dev/tests/chapters/chapter_truth --update README.md\n",
      name, name.substr(0, 2));
}

}  // namespace

int new_lesson(const std::string& name) {
  refuse_bad_name(name);
  refuse_taken(name);
  make(name);
  tell_what_is_next(name);
  return kExitGood;
}

}  // namespace workbook
