// tools/workbook/checkout/progress.hpp: how far a student has come, as .workbook/progress.json keeps it.
#pragma once

#include "checkout/lessons.hpp"

#include <nlohmann/json_fwd.hpp>

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace workbook {

/// A verdict, when it was given, and on which exercise.
struct RecordedVerdict {
  std::string verdict;      ///< "passed", "wrong", "not done", "inconclusive"
  std::string at;           ///< UTC, as in 2024-05-31T14:22:33Z
  std::string fingerprint;  ///< of the exercise; see fingerprint_of()
};

/// What is known of one lesson.
struct LessonProgress {
  std::optional<RecordedVerdict> passed;  ///< the latest time that it passed
  std::optional<RecordedVerdict> last;    ///< the latest verdict
  std::map<std::string, int> hints;       ///< for each hole how many hints were shown
};

/// How far the student has come, in all lessons. Each change is read, made and written under a lock, so two commands at
/// once lose nothing; it is written under another name first, so the file is whole at any time. What a newer workbook
/// has written into it stays. A file that is damaged is kept under another name, and said in a line on standard error.
class Progress {
 public:
  using Clock = std::function<std::chrono::system_clock::time_point()>;

  /// @param folder  where progress.json stands; it is made at the first change
  /// @param clock   dates what is recorded
  explicit Progress(std::filesystem::path folder, Clock clock = std::chrono::system_clock::now);

  /// What is known now. Nothing, with a line on standard error, where the file can't be read.
  std::map<std::string, LessonProgress> read() const;
  LessonProgress of(const Lesson& lesson) const;

  /// @throws Failure  where the file can't be read or written: it is then as it was
  void record_verdict(const Lesson& lesson, const std::string& verdict, const std::string& fingerprint) const;
  void record_hints(const Lesson& lesson, const std::string& hole, int shown) const;

 private:
  void change(const std::function<void(nlohmann::json& all)>& change) const;
  nlohmann::json read_locked() const;

  std::filesystem::path folder_;
  Clock clock_;
};

/// The progress of this checkout's student.
Progress student_progress();

/// 16 hexadecimal digits that change with the content of a file; empty where it can't be read.
std::string fingerprint_of(const std::filesystem::path& file);

/// Judges the student's own exercise and records the verdict, whose exit code it returns. What can't be recorded is
/// said in a line on standard error, and changes nothing else.
/// @param judge  returns the exit code of `check`
int judged_and_recorded(const Lesson& lesson, const std::function<int()>& judge);

}  // namespace workbook
