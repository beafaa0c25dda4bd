// tools/judge/parent/checks.hpp: what a lesson's checks.cpp is written with.
// A check asks the subject for facts and compares them; where they are wrong it says so in one message.
#pragma once

#include "judge/parent/subject.hpp"
#include "judge/protocol.hpp"
#include "judge/verdict/verdicts.hpp"

#include <cstdint>
#include <random>
#include <string>

namespace judge {

/// Ends the running check as wrong.
[[noreturn]] void wrong(Finding finding);

/// Runs a scenario of the subject under judgement and returns the facts it told.
/// Ends the running check where no answer came: as not done, as wrong with the reason, or as inconclusive after three
/// tries on a machine that gave the subject no time.
/// @param hole  the hole to name in that message
/// @throws ProtocolError  never for a subject's fault; an answer without an expected fact is the workbook's own
Facts answer_of(const std::string& scenario, const Facts& asked, const std::string& hole, Limits limits = {});

/// The same in two steps, for a check that wants to look at some endings itself.
Outcome outcome_of(const std::string& scenario, const Facts& asked, Limits limits = {});
Facts answer_in(const Outcome& outcome, const std::string& hole);

/// Why a subject hung, as the end of a sentence: "every thread waits, and nobody will wake them".
std::string why_it_hung(const Outcome& outcome);

/// Random inputs of the running check. Their seed is printed with every message, and taken back by `check --seed`.
/// Each check gets the same inputs whichever other checks run.
std::mt19937_64 random_inputs();

/// A whole number from `low` to `high`, both included.
std::int64_t draw(std::mt19937_64& source, std::int64_t low, std::int64_t high);

/// The folder of programs that belong to the lesson under judgement, beside its checks.
std::filesystem::path lesson_programs();

/// Runs every check of this program as its command line says; see checks_main.cpp.
/// @return  the exit code of the verdict
int run_checks(int argc, char** argv);

}  // namespace judge
