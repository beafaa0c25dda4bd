// tests/06_processes/calls.hpp: what the checks of lesson 06 are written with: how to ask, and how to compare.
#pragma once

#include "judge/parent/checks.hpp"
#include "judge/parent/integrate_checks.hpp"
#include "judge/parent/suspects.hpp"

#include <chrono>
#include <cmath>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>
#include <string>

namespace calls {

using judge::Facts;
using judge::KnownIntegral;

/// The holes, by what they do.
inline const std::string kPlan = "06.1";
inline const std::string kStart = "06.2";
inline const std::string kAnswer = "06.3";
inline const std::string kEnd = "06.4";

/// Runs a scenario. No right answer needs so long.
inline judge::Outcome outcome_of_call(const std::string& scenario, const Facts& asked) {
  return judge::outcome_of(scenario, asked, {.deadline = std::chrono::seconds(8)});
}

inline std::string text_of(double value) {
  std::ostringstream text;
  text.precision(17);
  text << value;
  return text.str();
}

inline std::string describe(const KnownIntegral& call) {
  return "integrate_in_processes(" + text_of(call.a) + ", " + text_of(call.b) + ", " + std::to_string(call.strips) +
         ", " + std::to_string(call.workers) + ", worker)";
}

inline std::string processes(int count) { return std::to_string(count) + (count == 1 ? " process" : " processes"); }

inline Facts facts(const KnownIntegral& call, const std::filesystem::path& program) {
  Facts asked = call.facts();
  asked.set("program", program.string());
  return asked;
}

inline const judge::Finding kNoHint{"", "", "", ""};

/// Why and what to try, for a message whose first part is not known yet.
inline judge::Finding hint(const std::string& why, const std::string& to_try) { return {kAnswer, "", why, to_try}; }

inline Facts facts_of(const std::string& scenario, const Facts& asked, const std::string& hole) {
  return judge::answer_in(outcome_of_call(scenario, asked), hole);
}

/// The facts of a call in which a hang has a usual cause.
inline Facts answer_unless_hung(const Facts& asked, const judge::Finding& if_hung) {
  const judge::Outcome outcome = outcome_of_call("call", asked);
  if (outcome.ending == judge::Ending::hung) judge::wrong(if_hung);
  return judge::answer_in(outcome, if_hung.hole);
}

/// The result of a call in which every worker does its work.
inline double result_of(const Facts& told, const std::string& hole, const std::string& where,
                        const judge::Finding& hint = kNoHint) {
  if (told.has("result")) return told.number("result");
  const std::string threw = told.has("failed") ? told.text("failed") : told.text("refused");
  judge::wrong({hole, where + " threw '" + threw + "', wanted a result", hint.why, hint.to_try});
}

inline void check_value(const KnownIntegral& call, double got, const std::string& hole,
                        const judge::Finding& hint = kNoHint) {
  const double off = std::abs(got - call.exact());
  if (off <= call.allowed_error()) return;
  judge::Suspect suspect{hint.why, hint.to_try};
  if (suspect.why.empty()) suspect = judge::likeliest_suspect({.hole = hole}, call, got);
  judge::wrong({hole,
                describe(call) + " is " + text_of(got) + ", wanted " + text_of(call.exact()) + " (off by " +
                    judge::rounded(off) + ", the rule allows " + judge::rounded(call.allowed_error()) + ")",
                suspect.why, suspect.to_try});
}

inline void check_call(const KnownIntegral& call, const std::filesystem::path& program, const std::string& hole,
                       const judge::Finding& hint = kNoHint) {
  const Facts told = facts_of("call", facts(call, program), hole);
  check_value(call, result_of(told, hole, describe(call), hint), hole, hint);
}

/// Every "worker N" of a message.
inline std::set<int> workers_named_in(const std::string& message) {
  static const std::regex pattern("worker[^[:alnum:]]{0,3}([0-9]+)", std::regex::icase);
  std::set<int> numbers;
  for (std::sregex_iterator found(message.begin(), message.end(), pattern), end; found != end; ++found) {
    numbers.insert(std::stoi((*found)[1].str().substr(0, 6)));
  }
  return numbers;
}

inline std::string shortened(const std::string& text) {
  return text.size() <= 120 ? text : text.substr(0, 120) + " ...";
}

}  // namespace calls
