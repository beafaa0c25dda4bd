// tools/workbook/interleave.cpp: the command `interleave`: builds the explorer and hands over to it.
#include "build.hpp"
#include "commands.hpp"
#include "place.hpp"
#include "programs.hpp"

namespace workbook {

int interleave(const std::vector<std::string>& arguments) {
  build_or_fail("the explorer", {"interleave_command"});
  become({place::build() / "interleave", arguments});
}

}  // namespace workbook
