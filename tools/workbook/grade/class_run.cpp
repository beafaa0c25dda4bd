// tools/workbook/grade/class_run.cpp: see class_run.hpp.
#include "grade/class_run.hpp"

#include "checkout/build.hpp"
#include "checkout/place.hpp"
#include "grade/answer_record.hpp"
#include "grade/hash.hpp"
#include "grade/judge_answer.hpp"
#include "grade/pool.hpp"
#include "grade/unzip.hpp"
#include "judge/verdict/json.hpp"
#include "programs/failure.hpp"
#include "programs/files.hpp"

#include <fmt/core.h>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <map>
#include <system_error>

namespace fs = std::filesystem;

namespace workbook {

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

std::string number_of(const std::string& text) { return fmt::format("{:016x}", mixed(kEmptyHash, text)); }

// Where answers are built and run. The jail's users must get there, which the results' folder may not allow. Students'
// names play no part in it; one run of the same results after the other has the same place.
fs::path jobs_folder(const ClassRun& run) {
  return fs::temp_directory_path() / fmt::format("workbook-grade-{}-{}", geteuid(), number_of(run.out.string()));
}

// What an earlier run left there, when it was killed, is of no use to anybody.
void make_jobs_folder(const ClassRun& run) {
  const fs::path folder = jobs_folder(run);
  fs::remove_all(folder);
  constexpr mode_t kOthersPassThrough = 0711;
  if (mkdir(folder.c_str(), kOthersPassThrough) != 0) {
    throw Failure(fmt::format("cannot make {}: {}", folder.string(), std::strerror(errno)));
  }
}

// One answer of the run.
struct Planned {
  GradedAnswer answer;
  HandedIn handed_in;
  std::string made_from;
  fs::path record;
  bool known = false;
};

// Where a check, a scenario or the explorer is another one, an earlier verdict says nothing.
std::string version_of(const Lesson& lesson) {
  std::string files = read_file(place::build() / "subjects" / lesson.name / (lesson.name + "_checks"));
  for (const char* const name : {"scenarios.cpp", "schedules.cpp"}) {
    files += read_file(place::root() / "tests" / lesson.name / name);
  }
  return number_of(files);
}

// "line 3 has no_sanitize, which hides accesses to memory from the explorer"
std::string reason_to_withhold(const std::vector<Suspicion>& suspicions) {
  std::string reason;
  for (const Suspicion& suspicion : suspicions) {
    reason += fmt::format("{}line {} has {}, which {}", reason.empty() ? "" : "; ", suspicion.line, suspicion.word,
                          suspicion.why);
  }
  return reason;
}

// A zip file is unpacked before anybody looks into it.
fs::path folder_with(const Submission& submission, const ClassRun& run, std::size_t number, std::string& reason) {
  if (!submission.is_zip) return submission.place;
  const fs::path folder = jobs_folder(run) / fmt::format("zip-{}", number);
  std::vector<std::string> lessons;
  for (const Lesson& lesson : run.lessons) lessons.push_back(lesson.name);
  reason = unzip_answers(submission.place, lessons, folder, run.rung);
  return folder;
}

Planned planned(const Submission& submission, const fs::path& folder, const std::string& zip_problem,
                const Lesson& lesson, const std::string& version, const ClassRun& run) {
  Planned plan;
  plan.answer.student = submission.student;
  plan.answer.lesson = lesson.name;
  plan.handed_in =
      zip_problem.empty() ? handed_in(folder, lesson.name) : HandedIn{HandedIn::State::refused, "", zip_problem};
  plan.answer.reason = plan.handed_in.reason;
  plan.answer.verdict = {lesson.name, lesson.name + "/exercise.hpp"};
  plan.made_from = number_of(
      fmt::format("{}\n{}\n{}\n{}\n{}", version, run.seed, run.rung, plan.handed_in.reason, plan.handed_in.text));
  plan.record = run.out / folder_of(submission.student) / lesson.name / "verdict.json";
  return plan;
}

std::vector<Planned> plan_of(const ClassRun& run) {
  std::vector<Planned> plans;
  std::map<std::string, std::string> versions;
  for (const Lesson& lesson : run.lessons) versions[lesson.name] = version_of(lesson);
  for (std::size_t i = 0; i < run.submissions.size(); ++i) {
    std::string zip_problem;
    const fs::path folder = folder_with(run.submissions[i], run, i, zip_problem);
    for (const Lesson& lesson : run.lessons) {
      plans.push_back(planned(run.submissions[i], folder, zip_problem, lesson, versions[lesson.name], run));
    }
  }
  return plans;
}

// A verdict that did not count is asked for again.
bool is_settled(const GradedAnswer& answer) {
  const judge::Verdict verdict = judge::verdict_of(answer.verdict);
  const bool judged = answer.standing == Standing::judged || answer.standing == Standing::withheld;
  return !judged || (verdict != judge::Verdict::bug && verdict != judge::Verdict::inconclusive);
}

bool take_from_before(Planned& plan) {
  const std::optional<GradedAnswer> before = answer_in(read_file(plan.record), plan.made_from);
  if (!before || !is_settled(*before)) return false;
  plan.answer = *before;
  plan.known = true;
  return true;
}

void keep(Planned& plan) {
  write_file(plan.record, record_of(plan.answer, plan.made_from));
  plan.known = true;
}

// Where there is nothing to judge, the verdict is known at once.
bool settle_without_judging(Planned& plan) {
  if (plan.handed_in.state == HandedIn::State::given) return false;
  plan.answer.standing = plan.handed_in.state == HandedIn::State::missing ? Standing::missing : Standing::refused;
  keep(plan);
  return true;
}

void note_commands(const ClassRun& run) {
  for (const Lesson& lesson : run.lessons) {
    for (const std::string& target : {subject_target(lesson.name), explored_target(lesson.name)}) {
      if (!target.empty()) write_file(commands_file(jobs_folder(run), target), commands_that_build(target));
    }
  }
}

class Judging {
 public:
  Judging(const ClassRun& run, std::vector<Planned>& plans,
          const std::function<void(const ClassProgress&)>& on_progress)
      : run_(run), plans_(plans), on_progress_(on_progress), pool_(run.jobs) {
    progress_.all = plans.size();
  }

  void judge_all() {
    for (Planned& plan : plans_) {
      if (!run_.anew && take_from_before(plan)) ++progress_.from_before;
      if (plan.known || settle_without_judging(plan)) ++progress_.done;
    }
    tell();
    // What the machine had no time for, or we failed at, is tried again when the others are done.
    for (int round = 0; round < kRounds; ++round) judge_those_not_known();
  }

 private:
  static constexpr int kRounds = 3;

  void judge_those_not_known() {
    for (std::size_t i = 0; i < plans_.size(); ++i) {
      if (plans_[i].known && is_settled(plans_[i].answer)) continue;
      while (!pool_.has_room()) pool_.wait_for_one();
      start(i);
    }
    while (!pool_.empty()) pool_.wait_for_one();
  }

  void tell() {
    progress_.seconds = seconds_since(start_);
    on_progress_(progress_);
  }

  void start(std::size_t number) {
    const fs::path folder = jobs_folder(run_) / fmt::format("{}", number);
    fs::remove_all(folder);
    const Planned& plan = plans_[number];
    write_file(folder / "source" / "exercise.hpp", plan.handed_in.text);
    const AnswerJob job{plan.answer.lesson, folder, plan.answer.lesson + "/exercise.hpp", run_.seed, run_.rung};
    write_job(job);
    const auto began = Clock::now();
    pool_.start({fs::canonical("/proc/self/exe"), {"judge-answer", job_file_of(folder)}},
                [=, this](int exit_code) { take(plans_[number], folder, exit_code, seconds_since(began)); });
  }

  void take(Planned& plan, const fs::path& folder, int exit_code, double seconds) {
    GradedAnswer& answer = plan.answer;
    answer.seconds = seconds;
    answer.isolation = run_.rung;
    answer.suspicions = suspicions_in(plan.handed_in.text);
    answer.standing = answer.suspicions.empty() ? Standing::judged : Standing::withheld;
    answer.reason = reason_to_withhold(answer.suspicions);
    try {
      answer.verdict = judge::lesson_verdict_from(read_file(verdict_file_of(folder)));
    } catch (const std::runtime_error&) {
      answer.verdict.problem =
          fmt::format("workbook bug: the process that judged it ended with code {} and left no verdict", exit_code);
    }
    if (!plan.known) ++progress_.done;
    keep(plan);
    fs::remove_all(folder);
    tell();
  }

  const ClassRun& run_;
  std::vector<Planned>& plans_;
  const std::function<void(const ClassProgress&)>& on_progress_;
  Pool pool_;
  ClassProgress progress_;
  Clock::time_point start_ = Clock::now();
};

void refuse_namesakes(const std::vector<Submission>& submissions) {
  for (std::size_t i = 1; i < submissions.size(); ++i) {
    if (submissions[i].student == submissions[i - 1].student) {
      throw Failure(fmt::format("got a folder and a zip file for {}, wanted one of them", submissions[i].student));
    }
  }
}

}  // namespace

void build_judges(const std::vector<Lesson>& lessons) {
  std::vector<std::string> targets;
  for (const Lesson& lesson : lessons) {
    // What a subject is built of is built with the solution's.
    targets.insert(targets.end(), {lesson.name + "_checks", lesson.name + "_subject_solution"});
    if (!explored_target(lesson.name).empty()) targets.push_back(lesson.name + "_explored_solution");
  }
  build_or_fail("the judge", targets);
}

fs::path folder_of(const std::string& student) { return fs::path("students") / folder_name_for(student); }

JudgedClass judge_class(const ClassRun& run, const std::function<void(const ClassProgress&)>& on_progress) {
  refuse_namesakes(run.submissions);
  make_jobs_folder(run);
  note_commands(run);
  std::vector<Planned> plans = plan_of(run);
  Judging(run, plans, on_progress).judge_all();
  fs::remove_all(jobs_folder(run));
  JudgedClass judged;
  for (Planned& plan : plans) {
    judged.answers.push_back(std::move(plan.answer));
    judged.texts.push_back(std::move(plan.handed_in.text));
  }
  return judged;
}

}  // namespace workbook
