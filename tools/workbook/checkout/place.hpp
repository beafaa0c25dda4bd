// tools/workbook/checkout/place.hpp: where this checkout keeps things.
#pragma once

#include <filesystem>
#include <string>

namespace workbook::place {

/// The top of the checkout this command was built from, or of the one that the environment variable WORKBOOK_CHECKOUT
/// names: a test's, so that the command isn't built once more for it.
std::filesystem::path root();
/// The build tree this command was built in.
std::filesystem::path build();
/// How far the student has come. Ignored by git.
std::filesystem::path state();
/// The student's own files.
std::filesystem::path work();
/// Whether the environment variable WORKBOOK_STUDENT names a folder that holds work/ and .workbook/ in place of the
/// checkout's own, so that a test disturbs nobody. CMake builds the checkout's own work/ only.
bool work_is_elsewhere();
/// Whoever builds in this checkout holds this lock.
std::filesystem::path build_lock();

/// A file's name as a person reads it: from the top of the checkout, where it stands in it.
std::string shown(const std::filesystem::path& file);

/// The tools this checkout is built and tested with.
std::filesystem::path cmake();
std::filesystem::path ctest();
std::filesystem::path ninja();

}  // namespace workbook::place
