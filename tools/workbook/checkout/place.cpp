// tools/workbook/checkout/place.cpp: see place.hpp. The paths come from CMake.
#include "checkout/place.hpp"

namespace workbook::place {

std::filesystem::path root() { return WORKBOOK_ROOT; }
std::filesystem::path build() { return WORKBOOK_BUILD; }
std::filesystem::path state() { return root() / ".workbook"; }
std::filesystem::path work() { return root() / "work"; }
std::filesystem::path cmake() { return WORKBOOK_CMAKE; }
std::filesystem::path ctest() { return WORKBOOK_CTEST; }

}  // namespace workbook::place
