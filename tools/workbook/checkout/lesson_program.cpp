// tools/workbook/checkout/lesson_program.cpp: see lesson_program.hpp.
#include "checkout/lesson_program.hpp"

#include "checkout/build.hpp"
#include "checkout/compile_errors.hpp"
#include "checkout/place.hpp"
#include "programs/failure.hpp"
#include "programs/programs.hpp"

#include <iostream>
#include <sstream>

namespace workbook {

namespace {

std::optional<std::filesystem::path> build_work(const Lesson& lesson) {
  if (place::work_is_elsewhere()) {
    throw Failure("got WORKBOOK_STUDENT, but a lesson's program is built from the checkout's own work/ only");
  }
  make_exercise(lesson);
  const Built built = build(lesson.name, {lesson.name + "_work"});
  if (!built.good) {
    std::cerr << described(compile_errors_in(built.output, lesson.exercise()));
    return std::nullopt;
  }
  return place::build() / "work" / lesson.name / lesson.name;
}

}  // namespace

std::filesystem::path solution_program(const Lesson& lesson) {
  return place::build() / "solutions" / lesson.name / lesson.name;
}

std::optional<std::filesystem::path> build_lesson_program(const Lesson& lesson, bool solution) {
  if (!solution) return build_work(lesson);
  build_or_fail(lesson.name, {lesson.name + "_solution"});
  return solution_program(lesson);
}

bool takes_workers(const std::filesystem::path& program) {
  return run({program, {"--help"}}).output.find("[workers]") != std::string::npos;
}

PrintedValues printed_values(const std::string& output) {
  PrintedValues values;
  std::istringstream lines(output);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("  ")) continue;
    const std::size_t name_end = line.find("  ", 2);
    const std::size_t value = line.find_first_not_of(' ', name_end);
    if (value != std::string::npos) values[line.substr(2, name_end - 2)] = line.substr(value);
  }
  return values;
}

std::string value_or_dash(const PrintedValues& values, const std::string& name) {
  const auto found = values.find(name);
  return found == values.end() ? "-" : found->second;
}

}  // namespace workbook
