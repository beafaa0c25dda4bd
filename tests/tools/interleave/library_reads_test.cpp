// tests/tools/interleave/library_reads_test.cpp: of a text that a function of the C library is given, as much counts as
// read as the function looks at: a write of the first or last such letter is a race, one of their neighbours is none.
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>

#include "command.hpp"

namespace {

using cases::Explored;
using cases::Folder;

/// A call of programs/library_reads.cpp.
struct Read {
  std::string name;
  std::string function;
  std::string text;
  std::size_t first;  ///< index of the first letter that is looked at
  std::size_t last;   ///< of the last one
};

void PrintTo(const Read& read, std::ostream* out) { *out << read.function << " of '" << read.text << "'"; }

const std::vector<Read> kReads{
    {"memchr", "memchr", "key=value", 0, 3},
    {"memchr_in_vain", "memchr", "value", 0, 15},
    {"memrchr", "memrchr", "key=value", 3, 8},
    {"memrchr_in_vain", "memrchr", "value", 0, 8},
    {"memmem", "memmem", "key=value", 0, 4},
    {"memcmp", "memcmp", "key=value", 0, 3},
    {"strlen", "strlen", "key", 0, 3},
    {"strnlen", "strnlen", "key=value", 0, 3},
    {"strnlen_of_a_short_text", "strnlen", "ke", 0, 2},
    {"strcmp", "strcmp", "key=value", 0, 3},
    {"strcmp_of_a_short_text", "strcmp", "key", 0, 3},
    {"strncmp", "strncmp", "key=value", 0, 3},
    {"strncmp_of_others", "strncmp", "kex=", 0, 2},
    {"strcasecmp", "strcasecmp", "key=value", 0, 3},
    {"strncasecmp", "strncasecmp", "key=value", 0, 3},
    {"strchr", "strchr", "key=value", 0, 3},
    {"strchr_in_vain", "strchr", "value", 0, 5},
    {"strrchr", "strrchr", "key=value", 0, 9},
    {"strstr", "strstr", "key=value", 0, 4},
    {"strstr_in_vain", "strstr", "key", 0, 3},
    {"strpbrk", "strpbrk", "key=value", 0, 3},
    {"strspn", "strspn", "key=value", 0, 3},
    {"strcspn", "strcspn", "key=value", 0, 3},
    {"getenv", "getenv", "PATH", 0, 4},
    {"atoi", "atoi", "42;56", 0, 2},
    {"atol", "atol", "42;56", 0, 2},
    {"atoll", "atoll", "42;56", 0, 2},
    {"atof", "atof", "4.2;5", 0, 3},
    {"strtol", "strtol", " -42 5", 0, 4},
    {"strtol_of_no_number", "strtol", " -x", 0, 2},
    {"strtol_of_less_than_it_seems", "strtol", "0xyz", 0, 2},
    {"strtoll", "strtoll", "0x2a;", 0, 4},
    {"strtoul", "strtoul", "42e5", 0, 2},
    {"strtoull", "strtoull", "42", 0, 2},
    {"strtof", "strtof", "4.2;5", 0, 3},
    {"strtod", "strtod", "4.2e1;5", 0, 5},
    {"strtod_of_less_than_it_seems", "strtod", "4.2e+;5", 0, 5},
    {"strtod_of_a_word", "strtod", "inch", 0, 2},
    {"strtold", "strtold", "4.2 5", 0, 3},
    {"from_chars", "from_chars", "4.2;5", 0, 3},
    {"from_chars_of_less_than_it_seems", "from_chars", "4.2e+;5", 0, 5},
    {"to_chars", "to_chars", "", 0, 2},
    {"wcslen", "wcslen", "key", 0, 3},
    {"wmemchr", "wmemchr", "key=value", 0, 3},
    {"wmemcmp", "wmemcmp", "key=value", 0, 3},
    {"wmemcpy", "wmemcpy", "key=value", 0, 3},
    {"wmemmove", "wmemmove", "key=value", 0, 3},
    {"wmemset", "wmemset", "key=value", 0, 3},
    {"puts", "puts", "key", 0, 3},
    {"printf", "printf", "key", 0, 3},
    {"printf_with_a_precision", "printf-precision", "key", 0, 1},
    {"printf_with_a_precision_given", "printf-precision-argument", "key", 0, 1},
    {"printf_of_a_format", "printf-format", "key", 0, 3},
    {"printf_of_wide_letters", "printf-wide", "key", 0, 3},
    {"vprintf", "vprintf", "key", 0, 3},
    {"fprintf", "fprintf", "key", 0, 3},
    {"snprintf", "snprintf", "key", 0, 3},
};

class LibraryReads : public testing::TestWithParam<Read> {
 protected:
  Explored explore_with_write_at(std::size_t index) const {
    const Read& read = GetParam();
    const std::string options = " -- " + read.function + " " + cases::quoted(read.text) + " " + std::to_string(index);
    return cases::explore(INTERLEAVE_LIBRARY_READS, options, folder_);
  }

 private:
  const Folder folder_{"library_reads_" + GetParam().name};
};

TEST_P(LibraryReads, RaceWithAWriteOfWhatIsLookedAt) {
  for (const std::size_t index : {GetParam().first, GetParam().last}) {
    const Explored explored = explore_with_write_at(index);
    EXPECT_EQ(explored.kind, "race") << "written at " << index << ": " << explored.story();
  }
}

TEST_P(LibraryReads, DoNotRaceWithAWriteBesideIt) {
  constexpr std::size_t kLetters = 16;
  const auto [name, function, text, first, last] = GetParam();
  if (first > 0) {
    const Explored explored = explore_with_write_at(first - 1);
    EXPECT_EQ(explored.verdict, "proved") << "written at " << first - 1 << ": " << explored.story();
  }
  if (last + 1 < kLetters) {
    const Explored explored = explore_with_write_at(last + 1);
    EXPECT_EQ(explored.verdict, "proved") << "written at " << last + 1 << ": " << explored.story();
  }
}

std::string name_of(const testing::TestParamInfo<Read>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Functions, LibraryReads, testing::ValuesIn(kReads), name_of);

}  // namespace
