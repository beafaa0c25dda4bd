// tools/workbook/checkout/place.cpp: see place.hpp. The paths come from CMake.
#include "checkout/place.hpp"

#include <cstdlib>
#include <system_error>

namespace workbook::place {

namespace {

// The checkout that this command was built from, unless a test has made another, with a build tree configured in it.
const char* other_checkout() {
  const char* const other = std::getenv("WORKBOOK_CHECKOUT");
  return other == nullptr || *other == '\0' ? nullptr : other;
}

std::filesystem::path checkout() {
  return other_checkout() == nullptr ? std::filesystem::path(WORKBOOK_ROOT)
                                     : std::filesystem::absolute(other_checkout());
}

// Where the student's files stand: in the checkout, unless a test has put them elsewhere.
std::filesystem::path student() {
  const char* const elsewhere = std::getenv("WORKBOOK_STUDENT");
  return elsewhere == nullptr || *elsewhere == '\0' ? checkout() : std::filesystem::absolute(elsewhere);
}

}  // namespace

std::filesystem::path root() { return checkout(); }
std::filesystem::path build() {
  return other_checkout() == nullptr ? std::filesystem::path(WORKBOOK_BUILD) : checkout() / "build" / "dev";
}
std::filesystem::path state() { return student() / ".workbook"; }
std::filesystem::path work() { return student() / "work"; }
bool work_is_elsewhere() { return student() != root(); }

std::string shown(const std::filesystem::path& file) {
  std::error_code error;
  for (const std::filesystem::path& top : {student(), root()}) {
    const std::filesystem::path relative = std::filesystem::absolute(file, error).lexically_relative(top);
    if (!error && !relative.empty() && *relative.begin() != "..") return relative.string();
  }
  return file.string();
}

std::filesystem::path build_lock() { return root() / ".workbook" / "build.lock"; }
std::filesystem::path cmake() { return WORKBOOK_CMAKE; }
std::filesystem::path ctest() { return WORKBOOK_CTEST; }
std::filesystem::path ninja() { return WORKBOOK_NINJA; }

}  // namespace workbook::place
