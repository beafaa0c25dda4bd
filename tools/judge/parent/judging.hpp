// tools/judge/parent/judging.hpp: what the parts of the judge's side share, and checks have no use for.
#pragma once

#include "judge/parent/verdicts.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace judge {

/// What the command line says; see checks_main.cpp.
struct Settings {
  std::filesystem::path subject;
  std::filesystem::path explored;  ///< the subject that is built for the explorer; empty: there is none
  std::string lesson;
  std::uint64_t seed = 0;
  bool one_cpu = false;
  bool sanitized = false;  ///< the subject is built with a sanitizer, which reserves terabytes of address space
  bool expect_not_done = false;
  std::string expectation;  ///< a file with a mutant's first lines; empty where a student's answer is judged
  std::vector<std::string>
      jail;            ///< what starts a subject shut in: the jail's program and options; empty: nothing does
  std::string replay;  ///< SCENARIO@SCHEDULE: run this schedule and show it; empty: judge
};
const Settings& settings();

/// Ends the running check, by a failure that makes GoogleTest's listener throw.
[[noreturn]] void end_check(Verdict verdict, const std::string& message);

/// The words for a fault of the workbook's own.
std::string bug(const std::string& what);

/// Puts a few words behind the running check's name, should it pass.
void remark(const std::string& text);

}  // namespace judge
