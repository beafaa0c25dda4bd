// tools/interleave/report/message.cpp: see message.hpp.
#include "interleave/report/message.hpp"

#include "interleave/report/failures.hpp"

#include <fmt/core.h>

namespace interleave {

namespace {

constexpr const char* kModelled =
    "sequentially consistent values only; what a weaker memory order could show besides is not searched";

std::string schedules(long long count) { return counted(count, "schedule", "schedules"); }

// "  why     text", its later lines below the first.
std::string field(const std::string& name, const std::string& text, const Look& look) {
  constexpr int kIndent = 10;
  std::string lines;
  for (const std::string& line : wrapped(text, look.width - kIndent)) {
    lines += padded(lines.empty() ? "  " + name : "", kIndent) + line + "\n";
  }
  return lines;
}

// A replay says the same every time, so it says nothing of time.
bool is_replay(const Report& report) { return report.phases.size() == 1 && report.phases.front().name == "replay"; }

std::string covered(const Report& report) {
  if (is_replay(report)) return "replayed";
  return fmt::format("{}, {:.2f} s", schedules(report.executions), report.seconds);
}

std::string fails_line(const Story& story) {
  const Report& report = story.report;
  const FailureKind& cause = primary_cause(report);
  std::string what(cause.headline);
  if (cause.name == "race" && !story.conflicts.empty() && !story.conflicts.front().variable.empty()) {
    what += " on " + story.conflicts.front().variable;
  }
  return fmt::format("fails: {} ({})", what, covered(report));
}

std::string nothing_found_line(const Report& report) {
  if (is_replay(report)) return "nothing found: this one schedule does not fail";
  return fmt::format("nothing found: none of {} fails, but these are not all ({:.2f} s)", schedules(report.executions),
                     report.seconds);
}

std::string text_of(const Report& report) {
  return report.failure && !report.failure->text.empty() ? ": " + report.failure->text : "";
}

std::string place_of_warning(const Story& story, std::uint64_t address) {
  const std::string name = story.name_of(address);
  return name.empty() ? "" : " (" + name + ")";
}

}  // namespace

Verdict honest_verdict(const Report& report) {
  if (!report.ended) return Verdict::fault;
  const bool gaps = !report.limits.empty() || !report.externals.empty();
  return report.verdict == Verdict::proved && gaps ? Verdict::nothing_found : report.verdict;
}

std::string verdict_line(const Story& story) {
  const Report& report = story.report;
  switch (honest_verdict(report)) {
    case Verdict::proved:
      return fmt::format("proved: no schedule fails ({}, all of them, {:.2f} s)", schedules(report.executions),
                         report.seconds);
    case Verdict::nothing_found:
      return nothing_found_line(report);
    case Verdict::fails:
      return report.failure ? fails_line(story) : "fails";
    case Verdict::unsupported:
      if (report.failure && report.failure->kind == "diverged")
        return "the replay string does not fit" + text_of(report);
      return "not supported" + text_of(report);
    case Verdict::not_done:
      return "not done: the program ended with the exit code for an exercise that is not done";
    default:
      return "interleave bug" + text_of(report);
  }
}

std::string format(const Message& message, const std::string& subject, const Look& look) {
  std::string text;
  const std::string start = subject.empty() ? "" : subject + "  ";
  for (const std::string& line : wrapped(start + message.headline, look.width)) text += bold(line, look) + "\n";
  bool first = true;
  for (const std::string& place : message.where) {
    text += field(first ? "where" : "", place, look);
    first = false;
  }
  if (!message.why.empty()) text += field("why", message.why, look);
  if (!message.advice.empty()) text += field("try", message.advice, look);
  // A command must be one line, to be copied.
  if (!message.again.empty()) text += "  again   " + message.again + "\n";
  return text;
}

std::string remarks(const Story& story, const Look& look) {
  const Report& report = story.report;
  const Verdict verdict = honest_verdict(report);
  const bool passes = verdict == Verdict::proved || verdict == Verdict::nothing_found;
  std::string text;
  if (passes) {
    for (const std::string& limit : report.limits) text += field("limit", limit, look);
    for (const std::string& external : report.externals) {
      text += field("limit", external + "() is called, and not searched inside", look);
    }
  }
  for (const Warning& warning : report.warnings) {
    text += field("warning", warning.text + place_of_warning(story, warning.first_address), look);
  }
  if (report.outputs > 1) {
    text += field("output", fmt::format("depends on the order: at least {} different ones", report.outputs), look);
  }
  for (const Outcome& outcome : report.outcomes) {
    text +=
        field("outcome",
              fmt::format("{} ({}; --replay {})", outcome.text, schedules(outcome.executions), outcome.replay), look);
  }
  if (passes) text += field("model", kModelled, look);
  return text;
}

}  // namespace interleave
