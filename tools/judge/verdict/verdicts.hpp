// tools/judge/verdict/verdicts.hpp: how each check of an answer ended, and what that makes of the whole.
// Knows nothing of how an answer is judged, so whoever shows or counts verdicts needs no more than this folder.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace judge {

enum class Verdict { passed, wrong, not_done, inconclusive, bug };

/// The word printed for a verdict, the same word as a name in JSON, and the exit code it has as the verdict of the
/// whole.
const char* word_for(Verdict verdict);
const char* name_of(Verdict verdict);
int exit_code_for(Verdict verdict);

/// The verdict of that name; nothing where there is none.
std::optional<Verdict> verdict_named(const std::string& name);

/// The verdict that ends a check with this exit code; nothing where none does.
std::optional<Verdict> verdict_with(int exit_code);

/// What a student is told. Read it aloud: each part is one plain sentence or less.
struct Finding {
  std::string hole;    ///< the hole to look at, such as "03.1"
  std::string what;    ///< what is wrong: the value got before the value wanted
  std::string why;     ///< how that came about; empty where the judge can't know
  std::string to_try;  ///< what to do about it
  std::vector<std::string> where =
      {};                  ///< the lines of the exercise that it is about; empty where the judge can't know
  std::string again = "";  ///< the option of `check` that shows it again; empty: the seed of the random inputs
};

/// How far a pass of a check reaches that runs schedules.
struct Remark {
  std::string kind;            ///< "proved", "nothing_found", "not_searched" or "replayed"
  std::int64_t schedules = 0;  ///< how many were run
  std::string text;            ///< the same for a person
};

/// One check and how it ended.
struct CheckResult {
  std::string name;  ///< Suite.Test
  Verdict verdict = Verdict::passed;
  std::string message = {};             ///< all that is told, in lines; empty where passed
  std::optional<Finding> finding = {};  ///< the same in parts, where the check is wrong
  std::vector<Remark> remarks = {};     ///< none but where passed
};

/// Results in the order in which the checks ran.
using CheckResults = std::vector<CheckResult>;

/// The gravest of all, passed where there is none. A fault of the workbook's own outweighs everything, and one wrong
/// check outweighs holes that are not done yet.
Verdict gravest(const std::vector<Verdict>& verdicts);

/// The verdict of the whole: the gravest of its checks.
Verdict verdict_of(const CheckResults& results);

/// Such as "3 checks: 2 passed, 1 wrong".
std::string summary_of(const CheckResults& results);

/// An error that a compiler found.
struct CompileError {
  std::string file;  ///< from the top of the checkout, where it stands in it
  int line = 0;
  std::string text;
};

/// Why an answer can't be run.
struct CompileErrors {
  std::string headline;             ///< such as "work/03_locks/exercise.hpp does not compile"
  std::vector<CompileError> shown;  ///< at most three, those in the exercise before any others
  std::size_t more = 0;             ///< how many are not shown
  std::string linker;               ///< what the linker said, where the compiler found nothing
};

/// All that is known of one lesson's answer after it was judged.
struct LessonVerdict {
  std::string lesson;    ///< NN_topic
  std::string exercise;  ///< the file that was judged, from the top of the checkout, where it stands in it
  std::optional<std::uint64_t> seed = {};
  CheckResults checks = {};
  std::optional<CompileErrors> compile_errors = {};  ///< there are no checks then
  std::string problem = {};                          ///< a fault that is no student's; empty: none
};

/// The verdict of a lesson, and the same in a few words for its last line.
Verdict verdict_of(const LessonVerdict& lesson);
std::string summary_of(const LessonVerdict& lesson);

/// The gravest verdict of several lessons. No lesson at all is a fault.
Verdict verdict_of(const std::vector<LessonVerdict>& lessons);

}  // namespace judge
