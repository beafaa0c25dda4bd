// tools/workbook/checkout/place.cpp: see place.hpp. The paths come from CMake.
#include "checkout/place.hpp"

#include <cstdlib>

namespace workbook::place {

namespace {

// Where the student's files stand: in the checkout, unless a test has put them elsewhere.
std::filesystem::path student() {
  const char* const elsewhere = std::getenv("WORKBOOK_STUDENT");
  return elsewhere == nullptr || *elsewhere == '\0' ? root() : std::filesystem::absolute(elsewhere);
}

}  // namespace

std::filesystem::path root() { return WORKBOOK_ROOT; }
std::filesystem::path build() { return WORKBOOK_BUILD; }
std::filesystem::path state() { return student() / ".workbook"; }
std::filesystem::path work() { return student() / "work"; }
bool work_is_elsewhere() { return student() != root(); }
std::string name_of(const std::filesystem::path& file) {
  const std::filesystem::path from_student = std::filesystem::absolute(file).lexically_proximate(student());
  const bool is_students = !from_student.empty() && *from_student.begin() != "..";
  return (is_students ? from_student : std::filesystem::proximate(file, root())).string();
}
std::filesystem::path build_lock() { return root() / ".workbook" / "build.lock"; }
std::filesystem::path cmake() { return WORKBOOK_CMAKE; }
std::filesystem::path ctest() { return WORKBOOK_CTEST; }

}  // namespace workbook::place
