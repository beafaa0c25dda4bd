// tools/workbook/commands/grade.cpp: the command `grade`: judges a class and writes what came of it.
#include "checkout/lessons.hpp"
#include "checkout/place.hpp"
#include "commands/commands.hpp"
#include "grade/class_report.hpp"
#include "grade/class_run.hpp"
#include "grade/csv.hpp"
#include "grade/feedback.hpp"
#include "grade/gradescope.hpp"
#include "grade/jailed.hpp"
#include "grade/judge_answer.hpp"
#include "judge/verdict/junit.hpp"
#include "programs/failure.hpp"
#include "programs/files.hpp"
#include "terminal/terminal.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <random>
#include <sstream>
#include <thread>

namespace fs = std::filesystem;

namespace workbook {

namespace {

// Nobody else writes these results while this lives.
class ResultsLock {
 public:
  explicit ResultsLock(const fs::path& out) {
    std::error_code error;
    fs::create_directories(out, error);
    const fs::path file = out / ".lock";
    descriptor_ = open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644);
    if (descriptor_ < 0) throw Failure(fmt::format("cannot write in {}: {}", out.string(), std::strerror(errno)));
    if (flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
    close(descriptor_);
    throw Failure(fmt::format("another grade is writing in {}", out.string()));
  }
  ~ResultsLock() { close(descriptor_); }
  ResultsLock(const ResultsLock&) = delete;
  ResultsLock& operator=(const ResultsLock&) = delete;

 private:
  int descriptor_ = -1;
};

std::string pick_rung(const GradeRequest& request) {
  build_jail();
  const Finished probed = run({jail_program(), {"--probe", "--json"}});
  const auto json = nlohmann::json::parse(probed.output, nullptr, false);
  if (!json.is_object()) throw Failure(fmt::format("the jail does not tell what works here:\n{}", probed.output));
  std::string reasons;
  for (const auto& rung : json.at("rungs")) {
    const std::string name = rung.at("rung");
    const bool wanted = request.rung.empty() || request.rung == name;
    const bool strong = name != "limits" || request.allow_weak;
    if (wanted && strong && rung.at("works") == true) return name;
    if (wanted)
      reasons += fmt::format("\n  {}: {}", name,
                             strong ? std::string(rung.at("reason")) : "shuts nothing in; --allow-weak takes it");
  }
  throw Failure("no answer of a stranger's is run here without a jail:" + reasons);
}

// The seed of an earlier run of these results, so that it can go on; one of ours where there was none.
std::uint64_t pick_seed(const GradeRequest& request) {
  const fs::path file = request.out / "grade.json";
  if (request.seed) return *request.seed;
  const auto json = nlohmann::json::parse(read_file(file), nullptr, false);
  return json.is_object() && json.contains("seed") ? json.at("seed").get<std::uint64_t>() : std::random_device()();
}

void note_run(const ClassRun& run) {
  const nlohmann::ordered_json json{
      {"schema", "workbook-grade"}, {"version", 1}, {"seed", run.seed}, {"isolation", run.rung}};
  write_file(run.out / "grade.json", json.dump(2) + "\n");
}

std::string time_text(double seconds) {
  const auto whole = static_cast<long long>(seconds + 0.5);
  return whole < 100 ? fmt::format("{} s", whole) : fmt::format("{} min", (whole + 30) / 60);
}

std::string progress_text(const ClassProgress& at) {
  std::string text = fmt::format("{} of {} answers", at.done, at.all);
  if (at.from_before > 0) text += fmt::format(", {} known from before", at.from_before);
  const std::size_t judged = at.done - std::min(at.done, at.from_before);
  if (judged > 0 && at.done < at.all) {
    text += fmt::format(", about {} left",
                        time_text(at.seconds / static_cast<double>(judged) * static_cast<double>(at.all - at.done)));
  }
  return text;
}

// GoogleTest lists "Suite." and below it "  Test".
std::vector<std::string> checks_of(const Lesson& lesson) {
  const fs::path program = place::build() / "subjects" / lesson.name / (lesson.name + "_checks");
  std::istringstream lines(run({program, {"--gtest_list_tests", "--lesson=" + lesson.name}}).output);
  std::vector<std::string> names;
  std::string suite;
  for (std::string line; std::getline(lines, line);) {
    line = line.substr(0, line.find(" #"));
    if (line.ends_with('.') && !line.starts_with(' ')) suite = line;
    if (line.starts_with("  ") && line.find_first_of(" .", 2) == std::string::npos)
      names.push_back(suite + line.substr(2));
  }
  if (names.empty()) throw Failure(fmt::format("{} has no checks", lesson.name));
  return names;
}

void refuse_misspelt_points(const GradedClass& graded) {
  const std::vector<std::string> unknown = graded.points.unknown(graded.checks);
  if (unknown.empty()) return;
  std::string text = "the table of points names what is no check:";
  for (const std::string& line : unknown) text += "\n  " + line;
  throw Failure(text);
}

SimilarInClass similar_in(const JudgedClass& judged, const std::vector<Lesson>& lessons) {
  SimilarInClass similar;
  for (const Lesson& lesson : lessons) {
    std::vector<std::string> texts;
    SimilarAnswers& answers = similar[lesson.name];
    for (std::size_t i = 0; i < judged.answers.size(); ++i) {
      if (judged.answers[i].lesson != lesson.name || judged.texts[i].empty()) continue;
      answers.students.push_back(judged.answers[i].student);
      texts.push_back(judged.texts[i]);
    }
    answers.pairs = similar_pairs(texts, {read_file(lesson.folder() / "exercise.hpp"),
                                          read_file(place::root() / "solutions" / lesson.name / "exercise.hpp")});
  }
  return similar;
}

std::vector<judge::LessonVerdict> verdicts_of(const std::vector<GradedAnswer>& answers) {
  std::vector<judge::LessonVerdict> verdicts;
  for (const GradedAnswer& answer : answers) {
    if (answer.standing == Standing::judged) verdicts.push_back(answer.verdict);
  }
  return verdicts;
}

void write_reports(const GradedClass& graded, const SimilarInClass& similar,
                   const std::vector<std::string>& passed_over, const fs::path& out) {
  std::map<std::string, std::string> folders;
  for (const std::string& student : graded.students()) {
    const fs::path folder = folder_of(student);
    folders[student] = folder;
    write_file(out / folder / "feedback.md", feedback_markdown(graded, student));
    write_file(out / folder / "feedback.html", feedback_page(graded, student));
    write_file(out / folder / "results.json", gradescope_results(graded, student));
    write_file(out / folder / "junit.xml", judge::as_junit(verdicts_of(graded.answers_of(student))));
  }
  write_file(out / "class.csv", class_csv(graded));
  write_file(out / "class.html", class_page(graded, similar, folders, passed_over));
}

// What stands there until the end, should we be broken off.
void write_not_finished(const ClassRun& run) {
  for (const Submission& submission : run.submissions) {
    const fs::path file = run.out / folder_of(submission.student) / "results.json";
    if (!fs::exists(file)) write_file(file, gradescope_not_finished());
  }
}

int summarize(const GradedClass& graded, const fs::path& out) {
  std::map<std::string, int> words;
  bool fault = false;
  bool open = false;
  for (const GradedAnswer& answer : graded.answers) {
    ++words[word_for(answer)];
    fault = fault || !answer.verdict.problem.empty();
    open = open || (answer.standing == Standing::judged && graded.score_of(answer).is_open);
  }
  std::string counts;
  for (const auto& [word, count] : words) counts += fmt::format("{}{} {}", counts.empty() ? "" : ", ", count, word);
  fmt::print("{} students, {} answers: {}\n", graded.students().size(), graded.answers.size(), counts);
  fmt::print("{}\n  {}\n  {}\n", bold("results"), (out / "class.html").string(), (out / "class.csv").string());
  if (open) fmt::print("Some checks are not counted; the same command judges those answers again.\n");
  return fault ? kExitMisuse : open ? kExitInconclusive : kExitGood;
}

std::vector<Lesson> lessons_of(const GradeRequest& request) {
  if (request.lessons.empty()) return all_lessons();
  std::vector<Lesson> lessons;
  for (const std::string& word : request.lessons) lessons.push_back(lesson_named(word));
  return lessons;
}

std::size_t jobs_of(const GradeRequest& request, const std::string& rung) {
  // Behind Landlock and without root all jobs share one user, so they could end each other.
  if (rung != "namespaces" && geteuid() != 0) return 1;
  return request.jobs.value_or(std::max(1U, std::thread::hardware_concurrency()));
}

}  // namespace

int grade(const GradeRequest& request) {
  ClassRun run;
  std::vector<std::string> passed_over;
  run.submissions = submissions_in(request.submissions, passed_over);
  run.lessons = lessons_of(request);
  run.out = fs::absolute(request.out).lexically_normal();
  GradedClass graded;
  if (request.points) graded.points = Points::read(*request.points);
  const ResultsLock lock(run.out);
  run.seed = graded.seed = pick_seed(request);
  run.rung = pick_rung(request);
  run.jobs = jobs_of(request, run.rung);
  run.anew = request.anew;
  note_run(run);
  write_not_finished(run);
  fmt::print("{} students, isolation: {}, seed {}\n", run.submissions.size(), run.rung, run.seed);
  std::fflush(stdout);
  build_judges(run.lessons);
  for (const Lesson& lesson : run.lessons) graded.checks[lesson.name] = checks_of(lesson);
  refuse_misspelt_points(graded);
  ProgressLine progress;
  JudgedClass judged = judge_class(run, [&](const ClassProgress& at) { progress.show(progress_text(at)); });
  progress.clear();
  graded.answers = judged.answers;
  write_reports(graded, similar_in(judged, run.lessons), passed_over, run.out);
  return summarize(graded, run.out);
}

int judge_answer_in(const std::string& job_file) { return judge_answer_for(job_file); }

}  // namespace workbook
