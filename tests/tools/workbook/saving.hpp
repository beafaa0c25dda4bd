// tests/tools/workbook/saving.hpp: the ways in which editors save a file.
#pragma once

#include <filesystem>
#include <string>

namespace saving {

std::string read(const std::filesystem::path& file);

/// The file is emptied and written anew.
void in_place(const std::filesystem::path& file, const std::string& text);
/// Another file is written, and then takes its name.
void by_rename(const std::filesystem::path& file, const std::string& text);
/// The file is deleted, and one of its name is made.
void by_deletion(const std::filesystem::path& file, const std::string& text);
/// The file gets another name, and one of its name is made.
void with_backup(const std::filesystem::path& file, const std::string& text);
/// The file is emptied and then grows, piece by piece, each written at once.
void in_pieces(const std::filesystem::path& file, const std::string& text);
/// The folder is deleted with all that is in it, and both are made anew.
void with_its_folder(const std::filesystem::path& file, const std::string& text);

}  // namespace saving
