// tools/interleave/report/message.hpp: what a person is told of a search: the verdict in a line, the failure in a
// message of one form, and what the search did not look at.
#pragma once

#include "interleave/report/story.hpp"
#include "interleave/report/text.hpp"

#include <string>
#include <vector>

namespace interleave {

/// A failure in the form that all messages to students have.
struct Message {
  std::string headline;
  std::vector<std::string> where;
  std::string why;
  std::string advice;
  std::string again;  ///< a command; empty where there is none
};

/// The command that shows a schedule again, in two parts: `--replay STRING` comes between them.
struct Again {
  std::string command;    ///< empty: there is none
  std::string arguments;  ///< " -- 10 2": what has to come last; often empty

  std::string with(const std::string& replay) const { return command + " --replay " + replay + arguments; }
};

/// The cause first: where a race explains a wrong result, the race is the headline and the result its consequence.
/// @pre story.report.failure
Message explain(const Story& story, const Again& again);

/// The message as text, ended by a newline.
/// @param subject  what the headline begins with: "race.cpp", "03.1"
std::string format(const Message& message, const std::string& subject, const Look& look);

/// The verdict in one line, without a newline: "proved: no schedule fails (20 schedules, all of them, 0.01 s)".
std::string verdict_line(const Story& story);

/// The verdict a person may be given. A search that left something out, or whose end is missing, proves nothing,
/// whatever its `verdict` record says.
Verdict honest_verdict(const Report& report);

/// What belongs beside the verdict, a line each, ended by newlines: limits, externals, warnings, outputs that differ,
/// what is modelled. Empty for a program that fails and has no warnings.
std::string remarks(const Story& story, const Look& look);

}  // namespace interleave
