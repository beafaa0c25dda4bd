// tools/interleave/report/failures.hpp: every kind of failure the explorer knows, and what to tell a student of it.
#pragma once

#include "interleave/report/report.hpp"

#include <span>
#include <string_view>

namespace interleave {

/// One kind of failure. Texts say "the program" where messages can't be more exact.
struct FailureKind {
  std::string_view name;      ///< as it stands in `failure` records and in JSON
  std::string_view headline;  ///< a few words, for the first line
  std::string_view cause;     ///< one sentence: what is wrong
  std::string_view advice;    ///< one sentence: what to try
  /// A race in the same schedule is its likely cause, and is told first.
  bool follows_from_race = false;
};

/// All of them, the most telling first: where several were found, the first one is the cause to begin with.
std::span<const FailureKind> failure_kinds();

/// The kind of that name.
/// @throws BadRecord  where there is none
const FailureKind& failure_kind(std::string_view name);

/// What a person has to be told first about a program that fails: "race" where a race explains what else went wrong,
/// else the kind of the failure that was found.
/// @pre report.failure
const FailureKind& primary_cause(const Report& report);

}  // namespace interleave
