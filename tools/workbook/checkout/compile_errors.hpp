// tools/workbook/checkout/compile_errors.hpp: of all that a compiler says, what helps the student.
#pragma once

#include "judge/verdict/verdicts.hpp"

#include <filesystem>
#include <string>

namespace workbook {

/// Whether a compiler or a linker found fault with a file. Where neither did, the build failed for another reason.
bool blames_a_file(const std::string& compiler_output);

/// The first three errors that stand in `exercise`; where there are none, the first three anywhere, and why they may be
/// due to the exercise all the same.
judge::CompileErrors compile_errors_in(const std::string& compiler_output, const std::filesystem::path& exercise);

/// The same in lines.
std::string described(const judge::CompileErrors& errors);

}  // namespace workbook
