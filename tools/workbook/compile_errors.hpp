// tools/workbook/compile_errors.hpp: of all that a compiler says, what helps the student.
#pragma once

#include <filesystem>
#include <string>

namespace workbook {

/// The first three errors that stand in `exercise`, with their lines; where there are none, the first three anywhere,
/// and why they may be due to the exercise all the same.
std::string describe_compile_errors(const std::string& compiler_output, const std::filesystem::path& exercise);

}  // namespace workbook
