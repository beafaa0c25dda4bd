// tools/workbook/checkout/place.cpp: see place.hpp. The paths come from CMake.
#include "checkout/place.hpp"

#include <system_error>

namespace workbook::place {

std::filesystem::path root() { return WORKBOOK_ROOT; }
std::filesystem::path build() { return WORKBOOK_BUILD; }
std::filesystem::path state() { return root() / ".workbook"; }
std::filesystem::path work() { return root() / "work"; }

std::string shown(const std::filesystem::path& file) {
  std::error_code error;
  const std::filesystem::path relative = std::filesystem::proximate(file, root(), error);
  return error || relative.empty() || *relative.begin() == ".." ? file.string() : relative.string();
}

std::filesystem::path cmake() { return WORKBOOK_CMAKE; }
std::filesystem::path ctest() { return WORKBOOK_CTEST; }

}  // namespace workbook::place
