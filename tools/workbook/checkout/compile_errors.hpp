// tools/workbook/checkout/compile_errors.hpp: of all that a compiler says, what helps the student.
#pragma once

#include <filesystem>
#include <string>

namespace workbook {

/// Whether a compiler or a linker found fault with a file. Where neither did, the build failed for another reason.
bool blames_a_file(const std::string& compiler_output);

/// The first three errors that stand in `exercise`, with their lines; where there are none, the first three anywhere,
/// and why they may be due to the exercise all the same.
std::string describe_compile_errors(const std::string& compiler_output, const std::filesystem::path& exercise);

}  // namespace workbook
