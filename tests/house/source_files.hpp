// tests/house/source_files.hpp: the files of the checkout, as the tests of the house read them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace house {

std::filesystem::path root();

/// A file's name as it is known in the house: relative to the top.
std::string name_of(const std::filesystem::path& file);

std::vector<std::string> lines_of(const std::filesystem::path& file);

/// All files under a folder of the top whose names end in one of `endings`, sorted. None where there is no folder.
std::vector<std::filesystem::path> files_under(const std::string& folder, const std::vector<std::string>& endings);

/// The names of the lessons: the folders of lessons/ that begin with a number.
std::vector<std::string> lessons();

}  // namespace house
