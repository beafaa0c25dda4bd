// tools/workbook/grade/unzip.hpp: takes the answers out of a student's zip file, and nothing else.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// Unpacks what is named like an answer to one of `lessons` into `folder`, in the jail: a zip file can name places
/// outside, hold links, or grow without end.
/// @return  why it can't be read, one plain sentence for the student; empty where it could
std::string unzip_answers(const std::filesystem::path& zip, const std::vector<std::string>& lessons,
                          const std::filesystem::path& folder, const std::string& rung);

}  // namespace workbook
