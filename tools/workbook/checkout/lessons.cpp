// tools/workbook/checkout/lessons.cpp: see lessons.hpp.
#include "checkout/lessons.hpp"

#include "checkout/keeping.hpp"
#include "checkout/place.hpp"
#include "programs/failure.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>
#include <unistd.h>

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

bool is_there(const fs::path& file) {
  std::error_code error;
  return fs::symlink_status(file, error).type() != fs::file_type::not_found;
}

[[noreturn]] void fail_to_write(const fs::path& exercise, const std::error_code& error) {
  throw Failure(
      fmt::format("cannot write {}: {}, wanted a folder for your exercises", exercise.string(), error.message()));
}

// A copy of the starter under a name of its own, beside the place where it will stand: an exercise is there whole or
// not at all.
class Starter {
 public:
  explicit Starter(const Lesson& lesson)
      : exercise_(lesson.exercise()), copy_(exercise_.parent_path() / fmt::format(".exercise.hpp.{}", getpid())) {
    std::error_code error;
    fs::create_directories(exercise_.parent_path(), error);
    if (!error) {
      fs::copy_file(lesson.folder() / "exercise.hpp", copy_, fs::copy_options::overwrite_existing, error);
    }
    if (!error) fs::permissions(copy_, fs::perms::owner_write, fs::perm_options::add, error);
    if (!error) return;
    remove();
    fail_to_write(exercise_, error);
  }
  ~Starter() { remove(); }
  Starter(const Starter&) = delete;
  Starter& operator=(const Starter&) = delete;

  // Replaces nothing.
  std::error_code put_in_place() const { return move_without_replacing(copy_, exercise_); }

 private:
  void remove() const {
    std::error_code ignored;
    fs::remove(copy_, ignored);
  }

  fs::path exercise_;
  fs::path copy_;
};

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

bool has_schedules(const std::string& lesson) { return fs::exists(place::root() / "tests" / lesson / "schedules.cpp"); }

void make_exercise(const Lesson& lesson) {
  if (is_there(lesson.exercise())) return;
  const Starter starter(lesson);
  const std::error_code error = starter.put_in_place();
  // Somebody else may have made it meanwhile.
  if (error && error != std::errc::file_exists) fail_to_write(lesson.exercise(), error);
}

fs::path renew_exercise(const Lesson& lesson, std::chrono::system_clock::time_point now) {
  const fs::path exercise = lesson.exercise();
  // First the new one, which a full disk may refuse; only then is the old one moved.
  const Starter starter(lesson);
  fs::path kept;
  try {
    if (is_there(exercise)) kept = keep_aside(exercise, now);
  } catch (const std::system_error& failed) {
    fail_to_write(exercise, failed.code());
  }
  const std::error_code error = starter.put_in_place();
  if (!error) return kept;
  // An editor that saves at this moment has made a file of its own; else the old one goes back.
  if (!kept.empty() && !move_without_replacing(kept, exercise)) kept.clear();
  const std::string where = kept.empty() ? "" : fmt::format("; what you wrote is kept as {}", kept.string());
  throw Failure(fmt::format("cannot write {}: {}{}", exercise.string(), error.message(), where));
}

}  // namespace workbook
