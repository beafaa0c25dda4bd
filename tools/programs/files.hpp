// tools/programs/files.hpp: files that are there whole or not at all, whenever the machine stops.
#pragma once

#include <filesystem>
#include <string>

namespace workbook {

/// All of a file; empty where it can't be read.
std::string read_file(const std::filesystem::path& file);

/// Writes a file under another name, and gives it its own when all of it is on the disk. Its folder is made where there
/// is none; where the file is a link, what it points to is written.
/// @throws Failure  with the reason, such as a full disk; what stood there before stands there still
void write_file(const std::filesystem::path& file, const std::string& text);

}  // namespace workbook
