// tools/workbook/checkout/keeping.hpp: moves files so that nothing that stands anywhere is lost.
#pragma once

#include <chrono>
#include <filesystem>
#include <system_error>

namespace workbook {

/// Renames `from`, whatever it is; a link itself is renamed, not what it points to.
/// @return  file_exists where there is something at `to` already: both stay as they are then
std::error_code move_without_replacing(const std::filesystem::path& from, const std::filesystem::path& to);

/// Renames "exercise.hpp" to "exercise.2024-05-31-142233.hpp" beside it, the local time of `now`; where that name is
/// taken, to "exercise.2024-05-31-142233-2.hpp", and so on.
/// @return  the new name
/// @throws std::system_error  where it can't be renamed
std::filesystem::path keep_aside(const std::filesystem::path& file, std::chrono::system_clock::time_point now);

}  // namespace workbook
