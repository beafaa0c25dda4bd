// tools/judge/parent/judging.hpp: what the parts of the judge's side share, and checks have no use for.
#pragma once

#include "judge/verdict/verdicts.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
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
  std::string replay;       ///< SCENARIO@SCHEDULE: run this schedule and show it; empty: judge
  /// What starts a subject shut in: the jail's program and its options; empty: nothing does.
  std::vector<std::string> jail;
  std::filesystem::path json;  ///< a file for the lesson's verdict as JSON; empty: none is written
};
const Settings& settings();

/// How a check ended, once it ended before its last line.
struct EarlyEnd {
  Verdict verdict;
  std::string message;
  std::optional<Finding> finding = {};
};

/// Ends the running check, by a failure that makes GoogleTest's listener throw.
[[noreturn]] void end_check(EarlyEnd end);

/// The words for a fault of the workbook's own.
std::string bug(const std::string& what);

/// Puts a few words behind the running check's name, should it pass.
void remark(const Remark& remark);

}  // namespace judge
