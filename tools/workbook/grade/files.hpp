// tools/workbook/grade/files.hpp: files that are there whole or not at all, whenever the machine stops.
#pragma once

#include <filesystem>
#include <string>

namespace workbook {

/// All of a file; empty where it can't be read.
std::string read_file(const std::filesystem::path& file);

/// Writes a file under another name, and gives it its own when all of it is on the disk.
/// @throws Failure  with the reason, such as a full disk; what stood there before stands there still
void write_file(const std::filesystem::path& file, const std::string& text);

}  // namespace workbook
