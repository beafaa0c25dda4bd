// tools/workbook/checkout/place.hpp: where this checkout keeps things.
#pragma once

#include <filesystem>
#include <string>

namespace workbook::place {

/// The top of the checkout this command was built from.
std::filesystem::path root();
/// The build tree this command was built in.
std::filesystem::path build();
/// State of the command itself: locks, progress. Ignored by git.
std::filesystem::path state();
/// The student's own files.
std::filesystem::path work();

/// A file's name as a person reads it: from the top of the checkout, where it stands in it.
std::string shown(const std::filesystem::path& file);

/// The tools this checkout is built and tested with.
std::filesystem::path cmake();
std::filesystem::path ctest();

}  // namespace workbook::place
