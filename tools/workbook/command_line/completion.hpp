// tools/workbook/command_line/completion.hpp: scripts with which a shell completes our commands, their options and the
// names of lessons. Pure: no globals, no I/O.
#pragma once

#include "command_line/description.hpp"

#include <string>

namespace workbook {

/// The script for bash; zsh understands it, too, with two lines in front.
std::string bash_completion(const Description& description);
std::string zsh_completion(const Description& description);
std::string fish_completion(const Description& description);

}  // namespace workbook
