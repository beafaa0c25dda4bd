// tools/judge/parent/integrate_checks.cpp: see integrate_checks.hpp.
#include "judge/parent/integrate_checks.hpp"

#include "judge/parent/checks.hpp"
#include "judge/parent/suspects.hpp"
#include "judge/polynomial.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <sstream>

namespace judge {

namespace {

// Numbers of workers that tell the usual mistakes apart: one, an even share, shares with a remainder, a crowd.
constexpr int kCrowds[] = {1, 2, 3, 4, 7};
constexpr int kSmallCrowds[] = {1, 2, 3, 7};

std::string text_of(double value, int digits = 12) {
  std::ostringstream text;
  text.precision(digits);
  text << value + 0.0;  // which makes a 0 of a -0
  return text.str();
}

std::string times(std::int64_t count) { return std::to_string(count) + (count == 1 ? " time" : " times"); }

std::string threads(std::int64_t count) { return std::to_string(count) + (count == 1 ? " thread" : " threads"); }

std::string integrand_text(const std::vector<double>& coefficients) {
  if (coefficients == std::vector<double>{0, 0, 1}) return "x*x";
  static constexpr const char* kPowers[] = {"", "x", "x*x", "x*x*x"};
  std::string text;
  for (std::size_t i = 0; i < coefficients.size(); ++i) {
    if (coefficients[i] == 0) continue;
    const bool negative = coefficients[i] < 0;
    const char* const sign = text.empty() ? (negative ? "-" : "") : (negative ? " - " : " + ");
    const bool is_one = std::abs(coefficients[i]) == 1 && i > 0;
    text += sign + (is_one ? "" : text_of(std::abs(coefficients[i])) + (i > 0 ? "*" : "")) + kPowers[i];
  }
  return text.empty() ? "0" : text;
}

std::vector<int> crowds(const Integrator& integrator) {
  if (!integrator.has_workers) return {1};
  return {std::begin(kCrowds), std::end(kCrowds)};
}

Facts facts_of(const Integrator& integrator, const KnownIntegral& call) {
  Facts facts = call.facts();
  if (integrator.start == Start::early) facts.set("early", true);
  if (integrator.start == Start::late) facts.set("late", true);
  return facts;
}

bool is_right(const KnownIntegral& call, double got) { return std::abs(got - call.exact()) <= call.allowed_error(); }

std::string value_text(const Integrator& integrator, const KnownIntegral& call, double got) {
  return describe(integrator, call) + " is " + text_of(got) + ", wanted " + text_of(call.exact()) + " (off by " +
         rounded(std::abs(got - call.exact())) + ", the rule allows " + rounded(call.allowed_error()) + ")";
}

void check_value(const Integrator& integrator, const KnownIntegral& call, double got) {
  if (is_right(call, got)) return;
  const Suspect suspect = likeliest_suspect(integrator, call, got);
  wrong({integrator.hole, value_text(integrator, call, got), suspect.why, suspect.to_try});
}

void ask_value(const Integrator& integrator, const KnownIntegral& call) {
  const Facts told = answer_of("value", facts_of(integrator, call), integrator.hole, integrator.limits);
  check_value(integrator, call, told.number("result"));
}

std::string count_text(std::int64_t calls, const KnownIntegral& call) {
  return "f was called " + times(calls) + ", wanted " + std::to_string(call.strips);
}

void check_told_samples(const Integrator& integrator, const KnownIntegral& call, const Facts& told) {
  const std::int64_t calls = told.whole("calls");
  const std::string where = "in " + describe(integrator, call);
  if (calls == 0) {
    wrong({integrator.hole, "f was never called " + where, "whatever the result is, it does not come from f",
           "call f once for each strip, in the strip's middle"});
  }
  if (calls != call.strips) {
    wrong({integrator.hole, count_text(calls, call) + ", " + where,
           calls < call.strips ? "strips that nobody adds up are missing from the result"
                               : "strips that are added up more than once count more than once",
           integrator.has_workers
               ? "give every strip to exactly one worker: workbook::chunk_of() also deals out the remainder"
               : "let the loop begin at 0 and run while i < strips"});
  }
  if (told.whole("elsewhere") != 0) {
    wrong({integrator.hole, "f was called " + times(told.whole("elsewhere")) + " away from the midpoints " + where,
           "the midpoint rule samples strip i at a + (i + 0.5) * dx, with dx = (b - a) / strips",
           integrator.has_workers ? "compute x from the number of the strip in the whole interval, not in the chunk"
                                  : "sample each strip once, in its middle"});
  }
  if (told.whole("missed") != 0) {
    wrong({integrator.hole,
           std::to_string(told.whole("missed")) + " strips were left out and others taken twice " + where,
           "some strips were taken more than once while others had nobody",
           integrator.has_workers ? "give each worker its own number before it starts, as a copy"
                                  : "sample each strip once, in its middle"});
  }
  check_value(integrator, call, told.number("result"));
}

void ask_samples(const Integrator& integrator, const KnownIntegral& call) {
  check_told_samples(integrator, call,
                     answer_of("samples", facts_of(integrator, call), integrator.hole, integrator.limits));
}

Integrator starting(Integrator integrator, Start start) {
  integrator.start = start;
  return integrator;
}

// The same call has come out right with early starts, so what is wrong here depends on who goes first.
void check_late_samples(const Integrator& integrator, const KnownIntegral& call) {
  const std::string where = " in " + describe(integrator, call) + ", where threads start as late as they may";
  const auto wrong_by_use = [&](const std::string& what) {
    wrong({integrator.hole, what + where,
           "a thread used a variable after its creator had moved on: the loop's own, or a place that was gone",
           "give each thread its own copy of its number, as [i], and make the places for all parts before the first "
           "thread starts"});
  };
  const Outcome outcome = outcome_of("samples", facts_of(integrator, call), integrator.limits);
  if (outcome.ending == Ending::crashed) {
    // What it printed last is about the place where it broke, not about the reason.
    wrong_by_use(outcome.reason.substr(0, outcome.reason.find(';')) + ",");
  }
  const Facts told = answer_in(outcome, integrator.hole);
  if (told.whole("elsewhere") != 0) {
    wrong_by_use("f was called " + times(told.whole("elsewhere")) + " away from the midpoints");
  }
  if (told.whole("repeated") != 0) {
    wrong_by_use(std::to_string(told.whole("repeated")) + " strips were taken more than once");
  }
  if (told.whole("missed") != 0) {
    wrong({integrator.hole, count_text(told.whole("calls"), call) + "," + where,
           "integrate() returned before its threads had done their work", "join every thread; a sleep is no join"});
  }
  if (is_right(call, told.number("result"))) return;
  wrong({integrator.hole, value_text(integrator, call, told.number("result")) + ", where threads start late",
         "a part was read before its thread had written it, or threads wrote to a place that was shared or gone",
         "join every thread before you read its part; give each a place of its own, and make the places for all parts "
         "before the first thread starts"});
}

Facts ask_for_rendezvous(const Integrator& integrator, const KnownIntegral& call) {
  // The second question is asked only where patience ended and nothing was certain.
  for (const int patience_ms : {2'000, 8'000}) {
    Facts asked = call.facts();
    asked.set("patience_ms", patience_ms);
    Limits limits = integrator.limits;
    limits.deadline += std::chrono::milliseconds(patience_ms);
    Facts told = answer_of("rendezvous", asked, integrator.hole, limits);
    if (told.flag("certain") || patience_ms > 2'000) return told;
  }
  return {};
}

std::string why_nobody_came(const Facts& told) {
  const int started = told.count("started");
  if (started == 0) return "no thread was started at all";
  const std::string count = "; in the whole call " + threads(started) + (started == 1 ? " was" : " were") + " started";
  if (told.flag("certain"))
    return "nobody else could come, for all others waited until those inside f were done" + count;
  return "nobody else came, however long the others waited" + count;
}

struct Refusal {
  const char* argument;
  KnownIntegral call;
};

std::vector<Refusal> refusals(const Integrator& integrator) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();
  std::vector<Refusal> list = {
      {"strips", {.strips = 0}},
      {"strips", {.strips = -1}},
      {"a", {.a = kNotANumber}},
      {"a", {.a = -kInfinity}},
      {"b", {.b = kInfinity}},
      {"b", {.b = kNotANumber}},
      {"b - a", {.a = -1e308, .b = 1e308}},
  };
  if (integrator.has_workers) {
    list.push_back({"workers", {.workers = 0}});
    list.push_back({"workers", {.workers = -3}});
  }
  return list;
}

}  // namespace

double KnownIntegral::f(double x) const { return polynomial(coefficients, x); }

double KnownIntegral::exact() const {
  std::vector<double> antiderivative{0};
  for (std::size_t i = 0; i < coefficients.size(); ++i) {
    antiderivative.push_back(coefficients[i] / static_cast<double>(i + 1));
  }
  return polynomial(antiderivative, b) - polynomial(antiderivative, a);
}

double KnownIntegral::allowed_error() const {
  // f'' of a cubic is a straight line: it is largest at one of the ends.
  const double c2 = coefficients.size() > 2 ? coefficients[2] : 0;
  const double c3 = coefficients.size() > 3 ? coefficients[3] : 0;
  const double bend = std::max(std::abs(2 * c2 + 6 * c3 * a), std::abs(2 * c2 + 6 * c3 * b));
  const auto n = static_cast<double>(strips);
  const double rule = std::pow(std::abs(b - a), 3) / (24 * n * n) * bend;
  return rule * (1 + 1e-6) + 1e-10 * std::max(1.0, std::abs(exact()));
}

Facts KnownIntegral::facts() const {
  Facts facts;
  facts.set("a", a);
  facts.set("b", b);
  facts.set("strips", strips);
  facts.set("workers", workers);
  facts.set("coefficients", coefficients);
  return facts;
}

// To three digits, or to a whole number: of an error nobody needs more.
std::string rounded(double value) {
  return value >= 100 && value < 1e15 ? text_of(std::round(value), 15) : text_of(value, 3);
}

std::string describe(const Integrator& integrator, const KnownIntegral& call) {
  std::string text = "integrate(f, " + text_of(call.a) + ", " + text_of(call.b) + ", " + std::to_string(call.strips);
  if (integrator.has_workers) text += ", " + std::to_string(call.workers);
  return text + ") with f(x) = " + integrand_text(call.coefficients);
}

KnownIntegral draw_call(std::mt19937_64& source, const Integrator& integrator) {
  KnownIntegral call;
  // Quarters are exact in binary, so messages show the very numbers that were used.
  call.a = static_cast<double>(draw(source, -40, 40)) / 4;
  call.b = call.a + static_cast<double>(draw(source, 4, 60)) / 4;
  call.workers = integrator.has_workers ? static_cast<int>(draw(source, 2, 9)) : 1;
  call.strips = call.workers * draw(source, 100, 900) + draw(source, 1, call.workers);
  call.coefficients.clear();
  for (int power = 0; power <= 3; ++power) {
    call.coefficients.push_back(static_cast<double>(draw(source, 1, 12)) / 4);
  }
  return call;
}

void check_known_value(const Integrator& integrator) {
  for (const int workers : crowds(integrator)) {
    ask_value(integrator, {.strips = 100'000, .workers = workers});
  }
}

void check_drawn_values(const Integrator& integrator) {
  constexpr int kCalls = 8;
  std::mt19937_64 source = random_inputs();
  for (int i = 0; i < kCalls; ++i) ask_value(integrator, draw_call(source, integrator));
}

void check_direction(const Integrator& integrator) {
  const int workers = integrator.has_workers ? 3 : 1;
  ask_value(integrator, {.a = 10, .b = 0, .strips = 1000, .workers = workers});
  ask_value(integrator, {.a = 2, .b = 2, .strips = 1000, .workers = workers});
}

void check_more_workers_than_strips(const Integrator& integrator) {
  ask_value(integrator, {.strips = 1, .workers = 4});
  ask_value(integrator, {.strips = 3, .workers = 7});
}

void check_samples(const Integrator& integrator) {
  for (const int workers : crowds(integrator)) {
    ask_samples(integrator, {.a = 1, .b = 11, .strips = 1009, .workers = workers});
  }
}

void check_late_starts(const Integrator& integrator) {
  for (const int workers : {2, 4}) {
    const KnownIntegral call{.a = 1, .b = 11, .strips = 1009, .workers = workers};
    ask_samples(starting(integrator, Start::early), call);
    check_late_samples(starting(integrator, Start::late), call);
  }
}

void check_free_runs(const Integrator& integrator) {
  for (const int workers : {2, 4, 7}) {
    const KnownIntegral call{.strips = 200'000, .workers = workers};
    ask_value(starting(integrator, Start::early), call);
    const Facts asked = facts_of(starting(integrator, Start::any), call);
    const double got = answer_of("value", asked, integrator.hole, integrator.limits).number("result");
    if (is_right(call, got)) continue;
    wrong({integrator.hole, value_text(integrator, call, got),
           "it comes out right when the threads run one after another, so two of them touched the same variable",
           "give each thread a place of its own, and read the places only after the join"});
  }
}

void check_workers_at_once(const Integrator& integrator) {
  for (const int workers : kSmallCrowds) {
    const KnownIntegral call{.strips = 100 * workers + 1, .workers = workers};
    const Facts told = ask_for_rendezvous(integrator, call);
    if (told.count("met") >= workers) continue;
    wrong({integrator.hole,
           std::to_string(told.count("met")) + " of " + std::to_string(workers) +
               " workers were inside f at the same time, wanted " + std::to_string(workers) + ", in " +
               describe(integrator, call),
           why_nobody_came(told),
           "start all the workers first, one for each chunk, and only then join them; hold no lock while f runs"});
  }
}

void check_nothing_left(const Integrator& integrator) {
  for (const int workers : kSmallCrowds) {
    const KnownIntegral call{.strips = 1009, .workers = workers};
    const Facts told = answer_of("value", facts_of(integrator, call), integrator.hole, integrator.limits);
    if (told.whole("detached") != 0) {
      wrong({integrator.hole,
             threads(told.whole("detached")) + (told.whole("detached") == 1 ? " was" : " were") +
                 " detached, wanted every thread joined",
             "nobody can wait for a detached thread, so nobody knows when its part is there",
             "join every thread before the parts are added up; std::jthread joins by itself"});
    }
    if (told.whole("started") != told.whole("joined")) {
      wrong({integrator.hole,
             std::to_string(told.whole("joined")) + " of " + threads(told.whole("started")) +
                 " joined when integrate() returned, wanted all",
             "a thread that still runs works on variables that are gone",
             "join every thread before integrate() returns; std::jthread joins by itself"});
    }
  }
}

void check_refusals(const Integrator& integrator) {
  for (const Refusal& refusal : refusals(integrator)) {
    const std::string call = describe(integrator, refusal.call);
    const Facts told = answer_of("refused", refusal.call.facts(), integrator.hole, integrator.limits);
    if (told.has("result")) {
      wrong({integrator.hole, call + " returned " + text_of(told.number("result")) + ", wanted std::invalid_argument",
             "an impossible argument was taken for a possible one",
             "keep the line that calls workbook::require_valid()"});
    }
    if (told.text("refused").find(refusal.argument) == std::string::npos) {
      wrong({integrator.hole,
             call + " threw '" + told.text("refused") + "', wanted a message that names " + refusal.argument, "",
             "keep the line that calls workbook::require_valid()"});
    }
  }
}

}  // namespace judge
