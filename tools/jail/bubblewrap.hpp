// tools/jail/bubblewrap.hpp: how bubblewrap is asked for a jail with namespaces of its own; see bwrap(1).
#pragma once

#include "jail/job.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace jail {

inline constexpr const char* kBubblewrap = "/usr/bin/bwrap";

/// The words that start our half inside, and it the program.
/// @param jail     this program, which is process 1 in there
/// @param control  descriptor that the half inside has
std::vector<std::string> bubblewrap_command(const Job& job, const std::filesystem::path& jail, int control);

}  // namespace jail
