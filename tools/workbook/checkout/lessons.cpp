// tools/workbook/checkout/lessons.cpp: see lessons.hpp.
#include "checkout/lessons.hpp"

#include "checkout/place.hpp"
#include "programs/failure.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <system_error>

namespace fs = std::filesystem;

namespace workbook {

namespace {

constexpr std::string_view kDemo = "demo_";

bool is_lesson_name(const std::string& name) {
  return name.size() > 3 && std::isdigit(static_cast<unsigned char>(name[0])) != 0 &&
         std::isdigit(static_cast<unsigned char>(name[1])) != 0 && name[2] == '_';
}

// The value of "key: value" in the lines between the first two "---".
std::string front_matter(const fs::path& chapter, const std::string& key) {
  std::ifstream in(chapter);
  std::string line;
  if (!std::getline(in, line) || line != "---") return "";
  while (std::getline(in, line) && line != "---") {
    if (line.starts_with(key + ": ")) return line.substr(key.size() + 2);
  }
  return "";
}

Lesson read_lesson(const fs::path& folder) {
  const std::string name = folder.filename();
  const fs::path chapter = folder / "README.md";
  return {name, name.substr(0, 2), front_matter(chapter, "title"), front_matter(chapter, "idea")};
}

bool names(const std::string& word, const Lesson& lesson) {
  return word == lesson.name || word == lesson.number || "0" + word == lesson.number;
}

}  // namespace

fs::path Lesson::folder() const { return place::root() / "lessons" / name; }

fs::path Lesson::exercise() const { return place::work() / name / "exercise.hpp"; }

std::vector<std::string> Lesson::demos() const {
  std::vector<std::string> result;
  for (const auto& entry : fs::directory_iterator(folder())) {
    const std::string stem = entry.path().stem();
    if (entry.path().extension() == ".cpp" && stem.starts_with(kDemo)) result.push_back(stem.substr(kDemo.size()));
  }
  std::ranges::sort(result);
  return result;
}

std::vector<Lesson> all_lessons() {
  std::vector<Lesson> lessons;
  for (const auto& entry : fs::directory_iterator(place::root() / "lessons")) {
    if (entry.is_directory() && is_lesson_name(entry.path().filename())) lessons.push_back(read_lesson(entry.path()));
  }
  std::ranges::sort(lessons, {}, &Lesson::name);
  return lessons;
}

Lesson lesson_named(const std::string& word) {
  const std::vector<Lesson> lessons = all_lessons();
  const auto found = std::ranges::find_if(lessons, [&](const Lesson& lesson) { return names(word, lesson); });
  if (found != lessons.end()) return *found;
  std::vector<std::string> known;
  for (const Lesson& lesson : lessons) known.push_back(lesson.name);
  throw Failure(fmt::format("no lesson is called '{}', wanted one of {}", word, fmt::join(known, ", ")));
}

void make_exercise(const Lesson& lesson) {
  const fs::path exercise = lesson.exercise();
  if (fs::exists(exercise)) return;
  std::error_code error;
  fs::create_directories(exercise.parent_path(), error);
  // Under another name first: an exercise is there whole or not at all.
  const fs::path half_written = exercise.parent_path() / ".exercise.hpp.new";
  if (!error) {
    fs::copy_file(lesson.folder() / "exercise.hpp", half_written, fs::copy_options::overwrite_existing, error);
  }
  if (!error) fs::rename(half_written, exercise, error);
  if (error) {
    throw Failure(
        fmt::format("cannot write {}: {}, wanted a folder for your exercises", exercise.string(), error.message()));
  }
}

}  // namespace workbook
