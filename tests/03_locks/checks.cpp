// tests/03_locks/checks.cpp: what chapter 03 promises of Total and of integrate(f, a, b, strips, workers).
#include "judge/parent/checks.hpp"
#include "judge/parent/integrate_checks.hpp"
#include "judge/parent/schedules.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <cstdint>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace {

constexpr const char* kAdd = "03.1";
constexpr const char* kValue = "03.2";
constexpr const char* kIntegrate = "03.3";
const judge::Integrator kIntegrator{.hole = kIntegrate};

// A lock that is never released is a likely mistake here: nobody shall wait long to be told so.
const judge::Limits kImpatient{.deadline = std::chrono::seconds(5)};

std::string text_of(double value) {
  std::ostringstream text;
  text.precision(12);
  text << value;
  return text.str();
}

bool contains(const std::string& text, const char* words) { return text.find(words) != std::string::npos; }

// Quarters are exact in binary, so every order of adding gives the same sum.
double draw_part(std::mt19937_64& source) { return static_cast<double>(judge::draw(source, 1, 400)) / 4; }

bool stands_still(const judge::Outcome& outcome) {
  return outcome.ending == judge::Ending::hung && contains(outcome.reason, "every thread waits");
}

void refuse_standstill(const judge::Outcome& outcome, const char* hole) {
  if (stands_still(outcome)) {
    judge::wrong({hole, "Total came to a standstill: " + judge::why_it_hung(outcome),
                  "a thread waits for a lock that was not released, or that it holds itself already",
                  "lock by a std::scoped_lock with a name, which unlocks at the end of its scope; call neither add() "
                  "nor value() while you hold the lock"});
  }
}

// Before a check that uses Total: one that stops at its second add() stops everything else, and each time would cost a
// deadline. It is asked once.
void require_that_total_moves_on(const char* hole) {
  static const judge::Outcome outcome = [] {
    judge::Facts asked;
    asked.set("parts", std::vector<double>{1, 1});
    return judge::outcome_of("alone", asked, kImpatient);
  }();
  refuse_standstill(outcome, hole);
}

// A scenario that a lock may bring to a standstill.
judge::Facts ask_with_locks(const std::string& scenario, const judge::Facts& asked, const char* hole) {
  const judge::Outcome outcome = judge::outcome_of(scenario, asked, kImpatient);
  refuse_standstill(outcome, hole);
  return judge::answer_in(outcome, hole);
}

// What a wrong sum of one thread's adds says about its Total.
judge::Finding explain_sum(double got, double wanted, double last_part) {
  judge::Finding finding{.hole = kAdd, .what = "", .why = "", .to_try = ""};
  finding.what = "value() is " + text_of(got) + ", wanted " + text_of(wanted) + ", after add(" + text_of(last_part) +
                 ") by one thread alone";
  if (std::abs(wanted) > 1e7) {
    finding.why = "the last digits were lost, as in a float";
    finding.to_try = "keep the sum in a double";
  } else if (got == last_part) {
    finding.why = "add() put the part in the place of the sum";
    finding.to_try = "add to the sum: sum_ += part";
  } else if (got == std::trunc(got) && std::abs(got - wanted) < 10) {
    finding.why = "what stands behind the point was lost, as in a variable of a whole-number type";
    finding.to_try = "keep the sum in a double, also inside std::atomic<...>";
  } else {
    finding.to_try = "begin at 0, add each part once, and let value() change nothing";
  }
  return finding;
}

TEST(Total, IsZeroAtFirst) {
  judge::Facts asked;
  asked.set("parts", std::vector<double>{});
  const double got = ask_with_locks("alone", asked, kValue).numbers("values").at(0);
  if (got == 0) return;
  judge::wrong({kAdd, "value() of a new Total is " + text_of(got) + ", wanted 0",
                "a member that nobody sets holds whatever stood in that memory before",
                "give the sum its first value where it is declared: double sum_ = 0;"});
}

TEST(Total, AddsUpWhatOneThreadAdds) {
  std::mt19937_64 source = judge::random_inputs();
  // The first part tells whole-number types. Behind the first two parts a float would lose the quarters.
  const std::vector<double> parts{std::floor(draw_part(source)) + 0.75, -2 * draw_part(source), std::ldexp(1.0, 30),
                                  draw_part(source), 0.25};
  judge::Facts asked;
  asked.set("parts", parts);
  const std::vector<double> got = ask_with_locks("alone", asked, kAdd).numbers("values");
  double wanted = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    wanted += parts[i];
    if (got.at(i + 1) != wanted) judge::wrong(explain_sum(got.at(i + 1), wanted, parts[i]));
  }
}

judge::Facts two_parts(std::mt19937_64& source) {
  judge::Facts asked;
  asked.set("first", draw_part(source));
  // Unequal, so that the sum tells which of the two was lost.
  asked.set("second", 200 + draw_part(source));
  return asked;
}

// How the second of two adds could get lost while the first thread, T1, was stopped before it wrote.
judge::Finding explain_lost_update(const judge::Facts& told) {
  if (!told.flag("stopped")) {
    return {"", "", "", "hold one lock from before the read until after the write, in every thread"};
  }
  if (told.flag("second_had_to_wait")) {
    return {"", "", "T2 waited for a lock, and its add was lost all the same",
            "hold one lock from before the read until after the write"};
  }
  if (told.whole("held") > 0) {
    return {"", "",
            "T1 held a lock before its write, and T2's add() returned without waiting for it: T2 took another lock, or "
            "none, or went on after try_lock had said no",
            "make one mutex a member of Total, and wait for it in every add(): std::scoped_lock hold(mutex_);"};
  }
  if (told.whole("taken") > 0) {
    return {"", "", "T1 took a lock, released it, and wrote then; T2 added between T1's read and T1's write",
            "give the guard a name, so that it lives to the end of add(): std::scoped_lock hold(mutex_); and read and "
            "write under the same lock"};
  }
  return {"", "",
          "no lock was held: T1 read the sum, T2 read it, added and wrote, then T1 wrote the sum of what it had "
          "read",
          "hold a lock from before the read until after the write, or let one atomic operation do both"};
}

void check_sum_of_two(const judge::Facts& asked, const judge::Facts& told) {
  const double wanted = asked.number("first") + asked.number("second");
  const double got = told.number("value");
  if (got == wanted) return;
  const std::string adds = "T1 added " + text_of(asked.number("first")) + ", T2 added " +
                           text_of(asked.number("second")) + ", value() is " + text_of(got) + ", wanted " +
                           text_of(wanted);
  if (got != asked.number("first") && got != asked.number("second")) {
    judge::wrong({kAdd, "Total's sum is wrong: " + adds, "that is neither the sum nor one of the two parts",
                  "make it right for one thread first: the checks above say what it does there"});
  }
  judge::Finding finding{"", "", "", "hold one lock from before the read until after the write, in every thread"};
  if (told.has("stopped")) finding = explain_lost_update(told);
  finding.hole = kAdd;
  finding.what = "Total lost an update: " + adds;
  judge::wrong(finding);
}

TEST(Total, KeepsEveryAddOfTwoThreads) {
  require_that_total_moves_on(kAdd);
  std::mt19937_64 source = judge::random_inputs();
  const judge::Facts free_run = two_parts(source);
  const judge::Facts told = ask_with_locks("add_add", free_run, kAdd);
  // T1 is stopped from its first step on, after a lock was released, after one was taken; see scenarios.cpp. In the
  // last of these T2 may wait and then go on at any time, so what depends on luck comes last, too.
  for (const int when : {0, -1, +1}) {
    judge::Facts asked = two_parts(source);
    asked.set("when", when);
    check_sum_of_two(asked, ask_with_locks("add_between", asked, kAdd));
  }
  check_sum_of_two(free_run, told);
}

TEST(Total, ShowsNothingOrAWholePartToAReader) {
  require_that_total_moves_on(kValue);
  std::mt19937_64 source = judge::random_inputs();
  judge::Facts asked;
  const double part = draw_part(source);
  asked.set("part", part);
  const judge::Facts told = ask_with_locks("add_value", asked, kValue);
  const double seen = told.number("seen");
  if (seen != 0 && seen != part) {
    judge::wrong(
        {kValue,
         "a reader saw " + text_of(seen) + " while " + text_of(part) + " was added to 0, wanted 0 or " + text_of(part),
         "the read came in the middle of a write", "take the lock that add() takes before you read"});
  }
  if (told.number("value") != part) {
    judge::wrong({kValue, "value() is " + text_of(told.number("value")) + " after one add, wanted " + text_of(part),
                  "reading the sum changed it", "let value() return the sum and change nothing"});
  }
}

// A claim about integrate() that needs a Total which moves on.
void check_with_total(void (*claim)(const judge::Integrator&)) {
  require_that_total_moves_on(kAdd);
  claim(kIntegrator);
}

TEST(Integrate, GivesOneThousandThirds) { check_with_total(judge::check_known_value); }

TEST(Integrate, GivesTheRightValueForOtherFunctions) { check_with_total(judge::check_drawn_values); }

TEST(Integrate, ChangesItsSignWithTheDirection) { check_with_total(judge::check_direction); }

TEST(Integrate, CopesWithMoreWorkersThanStrips) { check_with_total(judge::check_more_workers_than_strips); }

TEST(Integrate, CallsTheFunctionOnceAtEachMidpoint) { check_with_total(judge::check_samples); }

TEST(Integrate, IsRightWhenThreadsStartLate) { check_with_total(judge::check_late_starts); }

struct Throw {
  const char* where;  // "first", "strip" or "everywhere"
  int workers;
};

judge::Facts ask_with_throws(const judge::Facts& asked, const std::string& call) {
  const judge::Outcome outcome = judge::outcome_of("throwing", asked, kImpatient);
  if (stands_still(outcome)) {
    judge::wrong(
        {kIntegrate, "f threw in a worker and " + call + " never came back: " + judge::why_it_hung(outcome),
         "a lock was held when f threw, and the line that unlocks it was never reached",
         "call f without a lock, and lock by a std::scoped_lock, which also unlocks when an exception passes"});
  }
  if (outcome.ending == judge::Ending::crashed && contains(outcome.printed, "terminate called without an active")) {
    judge::wrong({kIntegrate, "f threw in " + call + ", and " + outcome.reason,
                  "a std::thread was destroyed before it was joined, because the exception passed by the join",
                  "join every thread on every way out; std::jthread joins by itself"});
  }
  if (outcome.ending == judge::Ending::crashed && contains(outcome.printed, "terminate called after throwing")) {
    judge::wrong({kIntegrate, "f threw in " + call + ", and " + outcome.reason,
                  "an exception that leaves a thread's function ends the whole program",
                  "catch (...) in the thread, keep std::current_exception(), and let the caller do "
                  "std::rethrow_exception() when all threads are joined"});
  }
  return judge::answer_in(outcome, kIntegrate);
}

void check_after_throw(const judge::Facts& told, const std::string& text, const std::string& call) {
  if (!told.has("caught")) {
    judge::wrong({kIntegrate,
                  call + " returned " + text_of(told.number("result")) + " though f threw, wanted f's exception",
                  "the exception was caught and forgotten, so a sum with a part missing passes for the answer",
                  "keep what you catch, by std::current_exception(), and std::rethrow_exception() it in the caller"});
  }
  if (!contains(told.text("caught"), text.c_str())) {
    judge::wrong({kIntegrate, call + " threw '" + told.text("caught") + "', wanted f's exception: '" + text + "'",
                  "another exception took the place of the one that f threw",
                  "hand on the very exception: std::current_exception() keeps it, std::rethrow_exception() throws it"});
  }
  if (told.whole("started") != told.whole("joined")) {
    judge::wrong({kIntegrate,
                  std::to_string(told.whole("joined")) + " of " + std::to_string(told.whole("started")) +
                      " threads were joined when the exception left " + call + ", wanted all",
                  "a thread that still runs works on variables that are gone",
                  "join every thread before you throw the exception again"});
  }
}

void check_throw(const Throw& where, std::mt19937_64& source) {
  const judge::KnownIntegral call{.strips = 1009, .workers = where.workers};
  const std::string text = "no value here, says number " + std::to_string(judge::draw(source, 1000, 9999));
  judge::Facts asked = call.facts();
  asked.set("where", where.where);
  asked.set("strip", judge::draw(source, 0, call.strips - 1));
  asked.set("text", text);
  const std::string calls_name =
      "integrate() with " + std::to_string(where.workers) + (where.workers == 1 ? " worker" : " workers");
  const judge::Facts told = ask_with_throws(asked, calls_name);
  check_after_throw(told, text, calls_name);
  if (std::abs(told.number("later") - call.exact()) > call.allowed_error()) {
    judge::wrong(
        {kIntegrate,
         calls_name + " gave " + text_of(told.number("later")) + " in a later call, wanted " + text_of(call.exact()),
         "something was left over from the call in which f threw",
         "make the Total and all that belongs to a call inside integrate()"});
  }
}

TEST(Integrate, HandsAnExceptionOfFOnToTheCaller) {
  require_that_total_moves_on(kAdd);
  std::mt19937_64 source = judge::random_inputs();
  for (const Throw& where :
       {Throw{"first", 4}, Throw{"first", 2}, Throw{"strip", 3}, Throw{"strip", 1}, Throw{"everywhere", 4}}) {
    check_throw(where, source);
  }
}

void check_locks_taken(const std::string& who, std::int64_t taken, std::int64_t allowed,
                       const judge::KnownIntegral& call) {
  if (taken <= allowed) return;
  const bool per_strip = taken >= call.strips / call.workers;
  judge::wrong(
      {kIntegrate,
       who + " took " + std::to_string(taken) + " locks in " + describe(kIntegrator, call) + ", wanted at most " +
           std::to_string(allowed),
       per_strip ? "that is a lock for each strip: the threads spend their time handing the lock about"
                 : "a worker has one part to add, so it needs the lock once",
       "add up the worker's strips in a variable of its own (workbook::integrate_chunk does), then add() once"});
}

TEST(Integrate, TakesAtMostOneLockInEachWorker) {
  require_that_total_moves_on(kAdd);
  for (const int workers : {1, 4}) {
    const judge::KnownIntegral call{.strips = 1000, .workers = workers};
    const judge::Facts told = judge::answer_of("value", call.facts(), kIntegrate);
    check_locks_taken("one worker", told.whole("most_locks"), 1, call);
    // It may be a worker, too, and reads the sum at the end.
    check_locks_taken("the calling thread", told.whole("callers_locks"), 2, call);
  }
}

TEST(Integrate, HasAllWorkersAtWorkAtOnce) { check_with_total(judge::check_workers_at_once); }

TEST(Integrate, LeavesNoThreadBehind) { check_with_total(judge::check_nothing_left); }

TEST(Integrate, RefusesImpossibleArguments) { judge::check_refusals(kIntegrator); }

// What follows holds in every order of the threads' steps, however seldom a machine would take them in that order.

constexpr const char* kOneLock = "hold one lock from before the read until after the write, in every thread";

std::optional<judge::Finding> differs(const std::string& what, double got, double wanted, const char* to_try) {
  if (got == wanted) return std::nullopt;
  return judge::Finding{"", what + " is " + text_of(got) + ", wanted " + text_of(wanted), "", to_try};
}

TEST(Schedules, KeepEveryAddOfTwoThreads) {
  judge::Facts asked;
  asked.set("first", 1);
  asked.set("second", 2);
  judge::check_every_schedule({"add_add", asked, kAdd, "T1 adds 1, T2 adds 2"}, [](const judge::Facts& told) {
    return differs("value()", told.number("value"), 3, kOneLock);
  });
}

TEST(Schedules, AReaderMeetsNoWriterHalfWay) {
  judge::Facts asked;
  asked.set("part", 1);
  judge::check_every_schedule({"add_value", asked, kValue, "T1 adds 1, T2 reads meanwhile"},
                              [](const judge::Facts& told) -> std::optional<judge::Finding> {
                                const double seen = told.number("seen");
                                if (seen != 0 && seen != 1)
                                  return differs("what T2 reads", seen, 1, "read under the lock that add() takes");
                                return differs("value()", told.number("value"), 1,
                                               "let value() return the sum and change nothing");
                              });
}

TEST(Schedules, KeepEveryPartOfTheIntegral) {
  judge::Facts asked;
  asked.set("b", 4);
  judge::check_every_schedule(
      {"integrate", asked, kIntegrate, "integrate() of x over [0, 4], 2 strips, 2 workers"},
      [](const judge::Facts& told) { return differs("the integral", told.number("result"), 8, kOneLock); });
}

}  // namespace
