// tools/workbook/checkout/place.hpp: where this checkout keeps things.
#pragma once

#include <filesystem>

namespace workbook::place {

/// The top of the checkout this command was built from.
std::filesystem::path root();
/// The build tree this command was built in.
std::filesystem::path build();
/// State of the command itself: locks, progress. Ignored by git.
std::filesystem::path state();
/// The student's own files.
std::filesystem::path work();

/// The tools this checkout is built and tested with.
std::filesystem::path cmake();
std::filesystem::path ctest();

}  // namespace workbook::place
