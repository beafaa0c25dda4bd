// tools/workbook/checkout/lesson_program.hpp: a lesson's program, built, and what it prints: see
// common/workbook/program.hpp.
#pragma once

#include "checkout/lessons.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace workbook {

/// Where the lesson's program around the solution stands once it is built.
std::filesystem::path solution_program(const Lesson& lesson);

/// Builds the program around the solution or around the student's exercise, which is made where there is none.
/// @return  nothing where the student's exercise does not compile; why not was then said on standard error
/// @throws Failure  where the solution can't be built
std::optional<std::filesystem::path> build_lesson_program(const Lesson& lesson, bool solution);

/// Whether the program takes a number of workers; its help says so.
bool takes_workers(const std::filesystem::path& program);

/// What a program printed in lines of "  name      value".
using PrintedValues = std::map<std::string, std::string>;

PrintedValues printed_values(const std::string& output);

/// The value of that name, or "-".
std::string value_or_dash(const PrintedValues& values, const std::string& name);

}  // namespace workbook
