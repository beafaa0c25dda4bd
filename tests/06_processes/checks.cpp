// tests/06_processes/checks.cpp: what chapter 06 promises of integrate_in_processes(a, b, strips, workers, worker).
#include "judge/parent/checks.hpp"
#include "calls.hpp"
#include "judge/parent/integrate_checks.hpp"
#include "stage.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace calls;  // NOLINT(google-build-using-namespace): half of this file
using stage::OddOne;
using stage::Stage;

// One worker out of four is odd, the one that an ordinary answer calls worker 2.
const KnownIntegral kFour{.strips = 1009, .workers = 4};
constexpr double kPointOfWorker2 = 6;

// What a failure is expected to say.
struct Failure {
  std::string did;   // what worker 2 did, in our words
  std::string says;  // what the message has to hold; empty where anything will do
  judge::Finding hint;
};

void check_names_the_worker(const std::string& message, const std::set<int>& numbers, const Failure& failure) {
  const std::set<int> named = workers_named_in(message);
  const bool right = std::ranges::any_of(numbers, [&](int number) { return named.contains(number); });
  if (right || numbers.empty()) return;
  judge::wrong({kAnswer,
                "the error is '" + shortened(message) + "', wanted one that names worker " +
                    std::to_string(*numbers.begin()) + ", which " + failure.did,
                "whoever reads the message has to find the process that failed",
                "give each worker its number when it is started, counted from 0, and put \"worker 2\" into the text"});
}

// Starts four workers of which one fails, and returns the message.
std::string message_of_failure(const OddOne& odd, const Failure& failure) {
  Stage set(kFour);
  set.gather(kFour.workers);
  set.add(odd);
  judge::Finding hung = failure.hint;
  hung.what = "worker 2 " + failure.did + ", and the call did not return";
  const Facts told = answer_unless_hung(facts(kFour, set.program()), hung);
  if (told.has("result")) {
    judge::wrong({kAnswer,
                  "worker 2 " + failure.did + ", and the call returned " + text_of(told.number("result")) +
                      ", wanted std::runtime_error",
                  failure.hint.why, failure.hint.to_try});
  }
  const std::string message = told.text("failed");
  check_names_the_worker(message, set.numbers_of(kFour, odd.point), failure);
  if (message.find(failure.says) == std::string::npos) {
    judge::wrong({kAnswer,
                  "worker 2 " + failure.did + ", and the error is '" + shortened(message) + "', wanted one with '" +
                      failure.says + "' in it",
                  failure.hint.why, failure.hint.to_try});
  }
  return message;
}

std::filesystem::path lessons_worker() {
  return std::filesystem::weakly_canonical(judge::lesson_programs() / "../../lessons/06_processes/worker");
}

// First, for a reader that gives up when a worker ends is wrong in nearly all the checks that follow, by luck.
TEST(Processes, MayEndBeforeTheyAreRead) {
  const KnownIntegral call{.strips = 1000, .workers = 4};
  Stage set(call);
  set.gather(call.workers);
  set.add({.point = 0.1, .last = true});
  const judge::Outcome outcome = outcome_of_call("call", facts(call, set.program()));
  if (outcome.ending == judge::Ending::hung && set.records().empty()) {
    judge::wrong({kStart, "no worker was sent its line, and the call did not return",
                  "what is written to a stream stays in its buffer until the buffer is flushed",
                  "end the line with std::endl, or close the pipe"});
  }
  const Facts told = judge::answer_in(outcome, kAnswer);
  const judge::Finding lost =
      hint("worker 1 had answered and ended before it was read; its answer still stands in the pipe",
           "read until end of file, whether the process still runs or not");
  const double got = result_of(told, kAnswer, describe(call), lost);
  // Worker 0 alone holds 1/64 of x*x over [0, 10]. That and no more: the others' answers were lost.
  const bool only_the_first = std::abs(got * 64 - call.exact()) < 1;
  check_value(call, got, kAnswer, only_the_first ? lost : kNoHint);
}

// The real worker, whose integrand is x*x.
TEST(Processes, GiveOneThousandThirds) {
  if (access(lessons_worker().c_str(), X_OK) != 0) {
    throw std::runtime_error(lessons_worker().string() + " is missing: build it first");
  }
  for (const int workers : {1, 2, 3, 4, 7}) {
    // Divides by 2 and 3; what 4 and 7 leave over is more than one strip, which tells the mistakes apart.
    check_call({.strips = 100'002, .workers = workers}, lessons_worker(), kPlan);
  }
}

// Programs that know other integrands: only they can know the result.
TEST(Processes, AnswersAreWhatIsAddedUp) {
  constexpr int kCalls = 4;
  std::mt19937_64 source = judge::random_inputs();
  for (int i = 0; i < kCalls; ++i) {
    const KnownIntegral call = judge::draw_call(source, {.hole = kPlan});
    const Stage set(call);
    check_call(call, set.program(), kPlan,
               hint("this worker program integrates another function than x*x, and the result is not its answer",
                    "add up what the workers print, and nothing else"));
  }
}

// Ends that no six digits can tell.
TEST(Processes, AreSentEveryDigit) {
  std::mt19937_64 source = judge::random_inputs();
  const double a = 1 + static_cast<double>(judge::draw(source, 1'000'000'000, 2'000'000'000)) / 3e9;
  const double b = 7 + static_cast<double>(judge::draw(source, 1'000'000'000, 2'000'000'000)) / 3e9;
  check_call({.a = a, .b = b, .strips = 100'000, .workers = 3}, lessons_worker(), kStart,
             hint("a stream writes six digits of a double unless it is told otherwise",
                  "send 17 digits: std::setprecision(std::numeric_limits<double>::max_digits10)"));
}

TEST(Processes, ChangeTheSignWithTheDirection) {
  check_call({.a = 10, .b = 0, .strips = 1000, .workers = 3}, lessons_worker(), kPlan);
  check_call({.a = 2, .b = 2, .strips = 1000, .workers = 3}, lessons_worker(), kPlan);
}

TEST(Processes, MayBeMoreThanTheStrips) {
  check_call({.strips = 1, .workers = 4}, lessons_worker(), kPlan);
  check_call({.strips = 3, .workers = 7}, lessons_worker(), kPlan);
}

TEST(Processes, WorkAllAtOnce) {
  for (const int workers : {1, 2, 3, 7}) {
    const KnownIntegral call{.strips = 100 * workers + 1, .workers = workers};
    Stage set(call);
    set.gather(workers);
    const Facts told = facts_of("call", facts(call, set.program()), kPlan);
    int met = 0;
    const std::vector<stage::Record> records = set.records();
    for (const stage::Record& record : records) met = std::max(met, record.met);
    if (met >= workers) {
      check_value(call, result_of(told, kPlan, describe(call)), kPlan);
      continue;
    }
    judge::wrong({kPlan,
                  std::to_string(met) + " of " + processes(workers) + " worked at the same time, wanted " +
                      std::to_string(workers) + ", in " + describe(call),
                  records.empty() ? "nobody ran the worker program in the whole call"
                                  : "the caller was waiting for the first of them: " +
                                        processes(static_cast<int>(records.size())) + " worked in the whole call",
                  "start all the workers and send each its line; only then read the first answer"});
  }
}

TEST(Processes, AreFoundWhereThePathHasBlanks) {
  const Stage set(kFour, "my own workers");
  const Facts told = facts_of("call", facts(kFour, set.program()), kStart);
  const judge::Finding cut =
      hint("a command given as one text is cut at its blanks: './my own workers/worker' starts './my'",
           "name the program with bp::exe = worker.string()");
  check_value(kFour, result_of(told, kStart, describe(kFour), cut), kStart);
}

TEST(Processes, MayWarnOnStandardError) {
  Stage set(kFour);
  set.add({.point = kPointOfWorker2, .err = {"417"}});
  check_call(kFour, set.program(), kStart,
             hint("a worker printed 417 on its standard error, and that was taken for its answer",
                  "connect standard output alone to the pipe"));
}

TEST(Processes, MayFillStandardError) {
  Stage set(kFour);
  set.add({.point = kPointOfWorker2, .err_bytes = 1U << 20U});
  const Facts told = answer_unless_hung(
      facts(kFour, set.program()), {kStart, "the call did not return when a worker printed a MiB on its standard error",
                                    "a pipe holds 64 KiB, and nobody read the one that standard error was connected to",
                                    "leave standard error alone, or read it as you read standard output"});
  check_value(kFour, result_of(told, kStart, describe(kFour)), kStart);
}

TEST(Processes, WhoseExitCodeIsNot0AreErrors) {
  const judge::Finding code = hint("an answer with another exit code than 0 comes from a program that failed",
                                   "wait() for the process, then look at its exit code before you use its answer");
  message_of_failure({.point = kPointOfWorker2, .exit_code = 3},
                     {"answered and then ended with exit code 3", "3", code});
  message_of_failure({.point = kPointOfWorker2, .out = {}, .exit_code = 3},
                     {"printed nothing and ended with exit code 3", "3", code});
}

bool speaks_of_an_exit_code(std::string message) {
  std::ranges::transform(message, message.begin(), [](unsigned char c) { return std::tolower(c); });
  const auto speaks_of = [&](const char* word) { return message.find(word) != std::string::npos; };
  if (speaks_of("sig") || speaks_of("kill") || speaks_of("crash") || speaks_of("fault")) return false;
  return speaks_of("exit") || speaks_of("code");
}

TEST(Processes, EndedByASignalAreErrors) {
  const judge::Finding signal = hint("a process that a signal ends has no exit code: its status holds the signal",
                                     "look at native_exit_code() with WIFSIGNALED() and WTERMSIG()");
  const Failure killed{"was ended by signal 9", "9", signal};
  const Failure crashed{"answered and was then ended by signal 11", "11", signal};
  message_of_failure({.point = kPointOfWorker2, .signal = SIGSEGV}, crashed);
  const std::string message = message_of_failure({.point = kPointOfWorker2, .out = {}, .signal = SIGKILL}, killed);
  if (!speaks_of_an_exit_code(message)) return;
  judge::wrong({kAnswer, "the error is '" + shortened(message) + "', wanted one that calls 9 the number of a signal",
                "exit_code() of Boost.Process gives the signal's number where a signal ended the process",
                signal.to_try});
}

TEST(Processes, ThatPrintRubbishAreErrors) {
  const judge::Finding number = hint("the whole output has to be one finite number, not only its beginning",
                                     "read the number, then see that nothing but white space comes after it");
  const std::vector<std::vector<std::string>> rubbish = {{"417abc"}, {"nan"}, {"inf"}, {"417 618"}, {"pardon"}};
  for (const std::vector<std::string>& lines : rubbish) {
    message_of_failure({.point = kPointOfWorker2, .out = lines}, {"printed '" + lines[0] + "'", lines[0], number});
  }
  message_of_failure({.point = kPointOfWorker2, .out = {"{answer}", "618"}},
                     {"printed '618' on a second line, after its answer", "", number});
  message_of_failure({.point = kPointOfWorker2, .out = {}}, {"printed nothing", "", number});
}

TEST(Processes, ThatPrintAMebibyteAreErrors) {
  const Failure flood{
      "printed a MiB of x", "",
      hint("a pipe holds 64 KiB: the worker waits for you to read more, and you wait for the worker to end",
           "read until end of file first, and wait() for the process afterwards")};
  message_of_failure({.point = kPointOfWorker2, .out_bytes = 1U << 20U}, flood);
  // The answer comes first here, and the rest may stay unread.
  message_of_failure({.point = kPointOfWorker2, .out = {"{answer}", std::string(1U << 20U, 'x')}},
                     {"answered and then printed a MiB of x", "", flood.hint});
}

void check_no_start(const std::filesystem::path& program, const std::string& what) {
  const std::string where = "with a worker program that " + what + ", " + describe(kFour);
  const judge::Outcome outcome = outcome_of_call("call", facts(kFour, program));
  if (outcome.ending == judge::Ending::hung) {
    judge::wrong({kStart, where + " did not return", "", "do not wait for a process that never was"});
  }
  if (outcome.ending == judge::Ending::crashed) {
    judge::wrong({kStart, where + ": " + outcome.reason,
                  "a pipe to a process that never was is broken; a stream that can't be flushed may end the program",
                  "look at the error code of bp::child before you write to the process"});
  }
  const Facts told = judge::answer_in(outcome, kStart);
  if (told.has("result")) {
    judge::wrong({kStart, where + " returned " + text_of(told.number("result")) + ", wanted std::runtime_error", "",
                  "pass a std::error_code to bp::child, and look at it"});
  }
  const std::string message = told.text("failed");
  const std::set<int> named = workers_named_in(message);
  if (!std::ranges::any_of(named, [](int number) { return number < kFour.workers; })) {
    judge::wrong({kStart, where + " threw '" + shortened(message) + "', wanted an error that names the worker",
                  "whoever reads the message has to find the process that failed",
                  "say \"worker 0 could not be started\", and why"});
  }
  static const std::regex why("start|exec|run|launch|spawn|creat|fork|such file|found|exist|denied|permission",
                              std::regex::icase);
  if (!std::regex_search(message, why)) {
    judge::wrong({kStart, where + " threw '" + shortened(message) + "', wanted an error that says why",
                  "a program that was never started has neither an answer nor an exit code",
                  "say \"worker 0 could not be started\", and why"});
  }
}

TEST(Processes, ThatCannotBeStartedAreErrors) {
  const Stage set(kFour);
  const std::filesystem::path text_file = set.program().parent_path() / "text";
  std::ofstream(text_file) << "no program\n";
  check_no_start(set.program().parent_path() / "nothing_here", "does not exist");
  check_no_start(text_file, "is not executable");
  check_no_start(set.program().parent_path(), "is a folder");
}

// Of which kind are the processes that the call has left?
void check_nothing_left(const Facts& told, const std::string& when) {
  if (told.count("running") > 0) {
    judge::wrong({kEnd,
                  processes(told.count("running")) + " still running when the call returned " + when + ", wanted none",
                  "nobody waits for them any more, and they work for nobody",
                  "end each with kill(process.id(), SIGKILL) and wait() for it, also on the way out of an error"});
  }
  if (told.count("unreaped") > 0) {
    judge::wrong(
        {kEnd, processes(told.count("unreaped")) + " not reaped when the call returned " + when + ", wanted none",
         "an ended process keeps its entry in the kernel's table until its parent waits for it; terminate() of "
         "Boost 1.74 doesn't wait",
         "call kill(process.id(), SIGKILL), then wait()"});
  }
}

TEST(Processes, AreGoneAfterTheAnswer) {
  for (const int workers : {1, 3, 7}) {
    const KnownIntegral call{.strips = 1009, .workers = workers};
    const Stage set(call);
    check_nothing_left(facts_of("call", facts(call, set.program()), kEnd), "its result");
  }
}

TEST(Processes, AreGoneAfterAnError) {
  Stage set(kFour);
  set.gather(kFour.workers);
  // Two on its right still work when it fails.
  set.add({.point = 3, .exit_code = 3});
  check_nothing_left(facts_of("call", facts(kFour, set.program()), kEnd), "after worker 1 had failed");
}

TEST(Processes, AreGoneAfterAFailedStart) {
  constexpr int kRefused = 2;
  const KnownIntegral call{.strips = 1009, .workers = 5};
  Stage set(call);
  set.add({.point = -1});
  Facts asked = facts(call, set.program());
  asked.set("refused_start", kRefused);
  const std::string when = "when the system refused to start process 2 of 0 to 4";
  const judge::Outcome outcome = outcome_of_call("call", asked);
  if (outcome.ending == judge::Ending::hung) {
    judge::wrong({kStart, "the call did not return " + when, "", "look whether each start worked"});
  }
  // Without an error code, Boost 1.74 says nothing of such a start, and its streams may then end the program.
  if (outcome.ending == judge::Ending::crashed) return;
  const Facts told = judge::answer_in(outcome, kStart);
  // Who starts processes in a way that we can't refuse has nothing to prove here.
  if (told.count("starts") <= kRefused) return;
  if (told.has("result")) {
    judge::wrong({kStart,
                  "the call returned " + text_of(told.number("result")) + " " + when + ", wanted std::runtime_error",
                  "a share is missing from the result", "pass a std::error_code to bp::child, and look at it"});
  }
  check_nothing_left(told, when);
}

void check_no_leak(const std::string& when, const Facts& asked) {
  const int leaked = facts_of("call_twice", asked, kStart).count("leaked");
  if (leaked <= 0) return;
  judge::wrong({kStart,
                "each call leaves " + std::to_string(leaked) + (leaked == 1 ? " descriptor" : " descriptors") +
                    " open" + (when.empty() ? "" : " " + when) + ", wanted 0",
                "assigning to a bp::pipe, bp::ipstream or bp::opstream forgets the descriptors that it held",
                "make each pipe where it stays, and let its destructor close it"});
}

TEST(Processes, LeaveNoDescriptorOpen) {
  Stage set(kFour);
  check_no_leak("", facts(kFour, set.program()));
  set.add({.point = kPointOfWorker2, .exit_code = 3});
  check_no_leak("when a worker fails", facts(kFour, set.program()));
  // Not where a start fails: bp::child of Boost 1.74 throws there without closing its pipes.
}

TEST(Processes, RefuseImpossibleArguments) {
  struct Refusal {
    std::string argument;
    KnownIntegral call;
  };
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const std::vector<Refusal> refusals = {{"strips", {.strips = 0}},   {"a", {.a = -kInfinity}},
                                         {"b", {.b = std::nan("")}},  {"b - a", {.a = -1e308, .b = 1e308}},
                                         {"workers", {.workers = 0}}, {"workers", {.workers = -3}}};
  for (const Refusal& refusal : refusals) {
    const Facts told = facts_of("call", facts(refusal.call, lessons_worker()), kPlan);
    if (told.has("refused") && told.text("refused").find(refusal.argument) != std::string::npos) continue;
    const std::string got = told.has("result")    ? "returned " + text_of(told.number("result"))
                            : told.has("refused") ? "threw '" + told.text("refused") + "'"
                                                  : "threw '" + told.text("failed") + "'";
    judge::wrong(
        {kPlan, describe(refusal.call) + " " + got + ", wanted std::invalid_argument that names " + refusal.argument,
         "an impossible argument was taken for a possible one", "keep the line that calls workbook::require_valid()"});
  }
}

}  // namespace
