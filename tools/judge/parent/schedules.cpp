// tools/judge/parent/schedules.cpp: see schedules.hpp. The explorer's report is turned into the judge's verdict.
#include "judge/parent/schedules.hpp"

#include "interleave/command/explore.hpp"
#include "interleave/report/brief.hpp"
#include "interleave/report/message.hpp"
#include "interleave/report/patterns.hpp"
#include "interleave/report/table.hpp"
#include "judge/parent/judging.hpp"
#include "judge/parent/printed.hpp"
#include "judge/parent/running.hpp"

#include <signal.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <string_view>

namespace judge {

namespace {

// Long enough on a busy machine; every search of ours ends by its number of schedules first.
constexpr double kSeconds = 20;
constexpr std::chrono::seconds kPatience{20};

// The program's arguments: the scenario and what is asked of it.
std::vector<std::string> arguments_of(const Exploration& exploration) {
  std::vector<std::string> arguments{exploration.scenario};
  for (const auto& [name, value] : exploration.asked.all()) {
    arguments.push_back(name);
    arguments.back().append("=").append(value);
  }
  return arguments;
}

interleave::Explored run_explorer(const Exploration& exploration, interleave::Request request) {
  if (settings().explored.empty()) end_check({Verdict::bug, bug("no --explored=PROGRAM for a check of schedules")});
  request.program = settings().explored;
  request.arguments = arguments_of(exploration);
  request.jail = settings().jail;
  request.executions = exploration.most_schedules;
  request.seconds = kSeconds;
  request.patience = kPatience;
  request.prepare = [limits = Limits{.one_cpu = settings().one_cpu}] { enter_limits(limits); };
  return interleave::explore(request, {}, [](std::string_view) {});
}

interleave::Explored replay_schedule(const Exploration& exploration, const std::string& schedule) {
  interleave::Request request;
  request.replay = schedule;
  return run_explorer(exploration, request);
}

// The report in words. The program's debug information is read only for this.
interleave::Story story_of(const interleave::Report& report) {
  const std::unique_ptr<interleave::Symbols> symbols = interleave::symbols_of(settings().explored);
  const interleave::Sources sources;
  return interleave::tell(report, *symbols, sources, interleave::hidden_folders(INTERLEAVE_INCLUDE));
}

std::string option_for(const Exploration& exploration, const std::string& schedule) {
  return "--replay " + exploration.scenario + '@' + schedule;
}

std::string schedules(std::int64_t count) { return interleave::counted(count, "schedule", "schedules"); }

// Endings that are no statement about any schedule.
void refuse_what_is_no_result(const interleave::Explored& explored) {
  if (explored.interrupted_by != 0) raise(explored.interrupted_by);  // Whoever stops the search means us, too.
  const interleave::Report& report = explored.report;
  if (report.verdict == interleave::Verdict::not_done) end_check({Verdict::not_done, hole_named_in(report.printed)});
  if (explored.timed_out) end_check({Verdict::inconclusive, "the explorer said nothing any more, and was ended"});
  if (interleave::honest_verdict(report) == interleave::Verdict::fault) {
    end_check({Verdict::bug, bug(report.failure ? report.failure->text : "the explorer broke off")});
  }
}

// The lines at which the telling steps happen, each once.
std::vector<std::string> places_of(const std::vector<interleave::Moment>& moments) {
  std::vector<std::string> places;
  for (const interleave::Moment& moment : moments) {
    const std::string place = interleave::shown(moment.place) + ": " + moment.source;
    if (moment.place.known() && std::ranges::find(places, place) == places.end()) places.push_back(place);
  }
  return places;
}

// An outcome that is wrong, and what the judge says of it.
struct WrongOutcome {
  std::string schedule;
  Finding finding;
};

std::optional<WrongOutcome> wrong_outcome_in(const interleave::Report& report, const OutcomeJudge& judge) {
  for (const interleave::Outcome& outcome : report.outcomes) {
    const std::optional<Finding> finding = judge(decode(outcome.text).facts);
    if (finding) return WrongOutcome{outcome.replay, *finding};
  }
  return std::nullopt;
}

bool fails(const interleave::Report& report) { return report.verdict == interleave::Verdict::fails; }

// A race alone: nothing has come out wrong in any of these schedules.
bool only_races(const interleave::Report& report, const OutcomeJudge& judge) {
  return fails(report) && report.failure->kind == "race" && !wrong_outcome_in(report, judge);
}

// First the few schedules that stand for all the others. Where these are no proof, those with no switch, with one, with
// two: what a person is shown shall have as few as possible. What comes out wrong tells more than a race.
interleave::Explored explore(const Exploration& exploration, const OutcomeJudge& judge) {
  constexpr int kMostSwitches = 2;
  interleave::Request request;
  request.search = "exhaustive";
  interleave::Explored best = run_explorer(exploration, request);
  const bool right = !fails(best.report) && !wrong_outcome_in(best.report, judge);
  const bool no_proof = best.report.verdict == interleave::Verdict::nothing_found && best.report.externals.empty();
  if (right && !no_proof) return best;
  request.search = "bounded";
  for (int switches = 0; switches <= kMostSwitches; ++switches) {
    request.bound = switches;
    interleave::Explored few = run_explorer(exploration, request);
    const bool shown = fails(few.report) || wrong_outcome_in(few.report, judge);
    if (shown && !only_races(few.report, judge)) return few;
    if (shown && switches == 0) best = std::move(few);
  }
  return best;
}

// The steps that lead to a wrong outcome are told. A race among them is its cause, and is told first.
[[noreturn]] void wrong_by_outcome(const Exploration& exploration, const WrongOutcome& outcome) {
  const interleave::Story story = story_of(replay_schedule(exploration, outcome.schedule).report);
  const std::vector<interleave::Moment> moments = interleave::telling_moments(story);
  Finding finding = outcome.finding;
  finding.hole = exploration.hole;
  finding.why = interleave::lost_update(story);
  if (finding.why.empty()) finding.why = interleave::brief(moments);
  finding.where = places_of(moments);
  if (story.report.failure) {
    const interleave::Message message = interleave::explain(story, {});
    finding.what = message.headline + "; so " + finding.what;
    // A lesson's own advice speaks of what its chapter teaches.
    if (finding.to_try.empty()) finding.to_try = message.advice;
    if (finding.where.empty()) finding.where = message.where;
    if (finding.why.empty()) finding.why = message.why;
  }
  finding.what += "  (" + exploration.story + ")";
  finding.again = option_for(exploration, outcome.schedule);
  wrong(finding);
}

// What the explorer found by itself: a race that was never seen to change what comes out, a standstill, a crash.
[[noreturn]] void wrong_by_itself(const Exploration& exploration, const interleave::Report& report) {
  const interleave::Message message = interleave::explain(story_of(report), {});
  wrong({exploration.hole, message.headline + "  (" + exploration.story + ")", message.why, message.advice,
         message.where, option_for(exploration, report.replay)});
}

// A pass says how far it reaches.
Remark remark_on(const interleave::Report& report) {
  const std::int64_t count = report.executions;
  switch (interleave::honest_verdict(report)) {
    case interleave::Verdict::proved:
      return {"proved", count, "proved: " + schedules(count)};
    case interleave::Verdict::unsupported:
      return {"not_searched", count,
              "not searched: " + (report.failure ? report.failure->text : "the explorer can't model it")};
    default:
      break;
  }
  if (count == 1 && !settings().replay.empty()) return {"replayed", count, "this schedule does not fail"};
  std::string left_out;
  for (const std::string& name : report.externals) left_out += (left_out.empty() ? "" : ", ") + name + "()";
  return {"nothing_found", count,
          "nothing found in " + schedules(count) +
              (left_out.empty() ? ", which are not all" : "; not searched inside " + left_out)};
}

void judge_report(const Exploration& exploration, const interleave::Explored& explored, const OutcomeJudge& judge) {
  refuse_what_is_no_result(explored);
  const interleave::Report& report = explored.report;
  const std::optional<WrongOutcome> wrong_outcome = wrong_outcome_in(report, judge);
  const bool by_itself = report.verdict == interleave::Verdict::fails && report.failure->kind != "race";
  if (wrong_outcome && !by_itself) wrong_by_outcome(exploration, *wrong_outcome);
  if (report.verdict == interleave::Verdict::fails) wrong_by_itself(exploration, report);
  if (report.outcomes.empty() && report.verdict != interleave::Verdict::unsupported) {
    wrong({exploration.hole,
           "the program ended before it gave an answer, in every schedule  (" + exploration.story + ")",
           "something in the exercise calls exit(), or ends the program in another way",
           "return from every function instead"});
  }
  remark(remark_on(report));
}

// The schedule that the command line asks for, where it is one of this scenario.
std::optional<std::string> schedule_to_replay(const Exploration& exploration) {
  const std::string& asked = settings().replay;
  const std::size_t at = asked.find('@');
  if (asked.substr(0, at) != exploration.scenario || at == std::string::npos) return std::nullopt;
  return asked.substr(at + 1);
}

// A string that is none, or is of another program: the student's mistake, and no statement about the exercise.
void refuse_what_does_not_fit(const interleave::Report& report, const std::string& schedule) {
  if (!report.failure || report.failure->kind != "diverged") return;
  end_check({Verdict::inconclusive, "--replay got '" + schedule + "': " + report.failure->text +
                                        "; after a change of the exercise ask ./workbook check for a new one"});
}

void replay(const Exploration& exploration, const std::string& schedule, const OutcomeJudge& judge) {
  constexpr int kWidth = 110;
  const interleave::Explored explored = replay_schedule(exploration, schedule);
  refuse_what_is_no_result(explored);
  refuse_what_does_not_fit(explored.report, schedule);
  const interleave::Story story = story_of(explored.report);
  std::cout << exploration.story << "\n\n" << interleave::table(story, {.utf8 = true, .width = kWidth}) << '\n';
  judge_report(exploration, explored, judge);
}

}  // namespace

void check_every_schedule(const Exploration& exploration, const OutcomeJudge& judge_outcome) {
  if (settings().replay.empty()) return judge_report(exploration, explore(exploration, judge_outcome), judge_outcome);
  if (const auto schedule = schedule_to_replay(exploration)) replay(exploration, *schedule, judge_outcome);
}

}  // namespace judge
