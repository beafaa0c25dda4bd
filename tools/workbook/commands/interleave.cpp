// tools/workbook/commands/interleave.cpp: the command `interleave`: builds the explorer and hands over to it.
#include "checkout/build.hpp"
#include "checkout/place.hpp"
#include "commands/commands.hpp"
#include "programs/programs.hpp"

namespace workbook {

int interleave(const std::vector<std::string>& arguments) {
  build_or_fail("the explorer", {"interleave_command"});
  become({place::build() / "interleave", arguments});
}

}  // namespace workbook
