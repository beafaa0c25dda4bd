// tools/workbook/grade/judge_answer.hpp: judges one answer, shut in from its first compiler to its last check. Runs in
// a process of its own, one for each answer: whatever happens to it, the others go on.
#pragma once

#include "judge/verdict/verdicts.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace workbook {

/// What is judged, and how.
struct AnswerJob {
  std::string lesson;            ///< NN_topic
  std::filesystem::path folder;  ///< ours alone for this answer; holds exercise.hpp, and is written to
  std::string shown_as;          ///< the exercise's name in messages
  std::uint64_t seed = 0;
  std::string rung;  ///< of the jail
};

/// Builds the subjects around the exercise and lets the lesson's checks judge them. Each of them runs in the jail; the
/// checks themselves do not.
/// @return  a verdict in any case; where the fault is ours it says so, and blames no student
judge::LessonVerdict judge_answer(const AnswerJob& job);

/// The same for a process that was started for it: the job is read from a file, and the verdict written to another,
/// which is there whole or not at all.
/// @return  the exit code
int judge_answer_for(const std::filesystem::path& job_file);

/// The two files of a job, in its folder.
std::filesystem::path job_file_of(const std::filesystem::path& folder);
std::filesystem::path verdict_file_of(const std::filesystem::path& folder);

/// Writes job_file_of(job.folder).
void write_job(const AnswerJob& job);

/// The target whose commands a lesson's subjects are built by.
std::string subject_target(const std::string& lesson);
/// Empty where the lesson has no schedules.
std::string explored_target(const std::string& lesson);

/// Where the commands that build a target are kept for all jobs of a run.
std::filesystem::path commands_file(const std::filesystem::path& jobs, const std::string& target);

}  // namespace workbook
