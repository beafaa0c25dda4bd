// tools/workbook/grade/judge_answer.cpp: see judge_answer.hpp.
#include "grade/judge_answer.hpp"

#include "checkout/compile_errors.hpp"
#include "checkout/lessons.hpp"
#include "checkout/place.hpp"
#include "grade/jailed.hpp"
#include "grade/recipe.hpp"
#include "judge/verdict/json.hpp"
#include "programs/failure.hpp"
#include "programs/files.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdlib>
#include <optional>

namespace fs = std::filesystem;

namespace workbook {

namespace {

using Json = nlohmann::ordered_json;

// Ten times what the slowest of our own answers needs on a busy machine.
constexpr std::chrono::seconds kCompileTime{60};
constexpr std::chrono::seconds kChecksTime{600};

judge::CompileErrors too_much(const AnswerJob& job, const std::string& limit) {
  const std::string what = limit == "memory" ? "memory" : limit == "file" ? "room" : "time";
  return {fmt::format("{} does not compile: the compiler needed more {} than an exercise may", job.shown_as, what),
          {},
          0,
          ""};
}

fs::path exercise_of(const AnswerJob& job) { return job.folder / "source" / "exercise.hpp"; }

// No path of this machine, and none that differs from run to run, is told to anybody.
std::string with_plain_names(std::string text, const AnswerJob& job) {
  const std::string source = exercise_of(job).string();
  for (std::size_t at = text.find(source); at != std::string::npos; at = text.find(source, at + job.shown_as.size())) {
    text.replace(at, source.size(), job.shown_as);
  }
  return text;
}

judge::CompileErrors with_plain_names(judge::CompileErrors errors, const AnswerJob& job) {
  errors.headline = with_plain_names(errors.headline, job);
  errors.linker = with_plain_names(errors.linker, job);
  for (judge::CompileError& error : errors.shown) {
    error.file = with_plain_names(error.file, job);
    error.text = with_plain_names(error.text, job);
  }
  return errors;
}

// Nothing where it compiled.
std::optional<judge::CompileErrors> build_subject(const AnswerJob& job, const std::string& target) {
  const std::string commands = read_file(commands_file(job.folder.parent_path(), target));
  const Recipe recipe =
      recipe_from(commands, place::build(), target, place::build() / "exercises" / job.lesson / "file",
                  {job.folder / "source", job.folder / "build" / (target + ".o"), job.folder / "build" / target});
  std::vector<fs::path> reads = recipe.reads;
  reads.push_back(job.folder / "source");
  const Jailed jailed{job.rung, reads, job.folder / "build", kCompileTime, job.folder / "jail.report"};
  for (const Command& command : {recipe.compile, recipe.link}) {
    const Ran ran = run_in_jail(jailed, command);
    if (ran.exit_code == 0) continue;
    if (!ran.limit.empty()) return too_much(job, ran.limit);
    if (!blames_a_file(ran.output)) throw Failure(fmt::format("cannot build {}:\n{}", target, ran.output));
    return with_plain_names(compile_errors_in(ran.output, exercise_of(job)), job);
  }
  return std::nullopt;
}

Command checks_of(const AnswerJob& job) {
  const fs::path built = job.folder / "build";
  Command checks{place::build() / "subjects" / job.lesson / (job.lesson + "_checks"),
                 {"--lesson=" + job.lesson, "--seed=" + std::to_string(job.seed),
                  "--subject=" + (built / subject_target(job.lesson)).string(),
                  "--json=" + (job.folder / "checks.json").string()}};
  const auto jail = [&](const std::string& word) { checks.arguments.push_back("--jail=" + word); };
  if (const std::string explored = explored_target(job.lesson); !explored.empty()) {
    checks.arguments.push_back("--explored=" + (built / explored).string());
  }
  // More threads than any check asks for, and fewer than a machine minds.
  const std::string most_processes = "2000";
  for (const std::string& word :
       {jail_program().string(), std::string("--rung"), job.rung, std::string("--processes"), most_processes}) {
    jail(word);
  }
  jail("--write");
  jail((job.folder / "tmp").string());
  // Lesson 06 starts workers and helpers; every subject that is explored loads the explorer.
  for (const fs::path& path : {built, place::build() / "tools/interleave/runtime",
                               place::build() / "subjects" / job.lesson, place::build() / "lessons" / job.lesson}) {
    jail("--read");
    jail(path.string());
  }
  return checks;
}

judge::LessonVerdict judge_built(const AnswerJob& job) {
  // Scenarios that need a file of their own make it where the jail lets them.
  fs::create_directories(job.folder / "tmp");
  setenv("TMPDIR", (job.folder / "tmp").c_str(), 1);
  const Ran ran = run_within(checks_of(job), kChecksTime);
  if (!ran.in_time) throw Failure(fmt::format("the checks did not end within {} seconds", kChecksTime.count()));
  try {
    return judge::lesson_verdict_from(with_plain_names(read_file(job.folder / "checks.json"), job));
  } catch (const std::runtime_error&) {
    throw Failure(fmt::format("the checks ended with code {} and left no verdict:\n{}", ran.exit_code, ran.output));
  }
}

judge::LessonVerdict try_to_judge(const AnswerJob& job) {
  judge::LessonVerdict verdict{job.lesson, job.shown_as};
  for (const std::string& target : {subject_target(job.lesson), explored_target(job.lesson)}) {
    if (target.empty()) continue;
    verdict.compile_errors = build_subject(job, target);
    if (verdict.compile_errors) return verdict;
  }
  verdict = judge_built(job);
  verdict.exercise = job.shown_as;
  return verdict;
}

}  // namespace

judge::LessonVerdict judge_answer(const AnswerJob& job) {
  try {
    fs::create_directories(job.folder / "build");
    return try_to_judge(job);
  } catch (const std::exception& error) {
    judge::LessonVerdict verdict{job.lesson, job.shown_as};
    verdict.problem = std::string("workbook bug: ") + error.what();
    return verdict;
  }
}

fs::path job_file_of(const fs::path& folder) { return folder / "job.json"; }
fs::path verdict_file_of(const fs::path& folder) { return folder / "verdict.json"; }

void write_job(const AnswerJob& job) {
  const Json json{{"lesson", job.lesson},
                  {"folder", job.folder.string()},
                  {"shown_as", job.shown_as},
                  {"seed", job.seed},
                  {"rung", job.rung}};
  write_file(job_file_of(job.folder), json.dump(2, ' ', false, Json::error_handler_t::replace));
}

int judge_answer_for(const fs::path& job_file) {
  const Json json = Json::parse(read_file(job_file));
  const AnswerJob job{json.at("lesson"), std::string(json.at("folder")), json.at("shown_as"), json.at("seed"),
                      json.at("rung")};
  write_file(verdict_file_of(job.folder), judge::as_json(judge_answer(job)));
  return kExitGood;
}

std::string subject_target(const std::string& lesson) { return lesson + "_subject_file"; }

std::string explored_target(const std::string& lesson) {
  return has_schedules(lesson) ? lesson + "_explored_file" : "";
}

fs::path commands_file(const fs::path& jobs, const std::string& target) { return jobs / (target + ".commands"); }

}  // namespace workbook
