// tools/interleave/report/screen.cpp: see screen.hpp.
#include "interleave/report/screen.hpp"

#include "interleave/report/message.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace interleave {

namespace {

constexpr int kMostVariables = 6;
constexpr int kMarkColumns = 9;

struct Variable {
  std::string name;
  std::string value;
  bool changed = false;
};

std::string cut(const std::string& text, int width) { return wrapped(text, width).front(); }

// Values of all variables that the schedule changes, in the order of their first appearance.
std::vector<Variable> variables_at(const Story& story, std::size_t at) {
  std::vector<Variable> variables;
  std::map<std::uint64_t, std::size_t> places;
  for (std::size_t i = 0; i < story.moments.size(); ++i) {
    const Moment& moment = story.moments[i];
    if (moment.variable.empty() || moment.before.empty()) continue;
    const auto [place, fresh] = places.try_emplace(moment.address, variables.size());
    if (fresh) variables.push_back({moment.variable, moment.before, false});
    Variable& variable = variables[place->second];
    if (i >= at) continue;
    variable.changed = i + 1 == at && moment.before != moment.after && !moment.after.empty();
    if (!moment.after.empty()) variable.value = moment.after;
  }
  return variables;
}

// Where each thread stands after `at` steps: at the line of its last step.
std::map<int, Place> places_at(const Story& story, std::size_t at) {
  std::map<int, Place> places;
  for (std::size_t i = 0; i < at; ++i) {
    const Moment& moment = story.moments[i];
    if (moment.operation == "exit") {
      places.erase(moment.thread);
    } else if (moment.place.known()) {
      places[moment.thread] = moment.place;
    }
  }
  return places;
}

// The place to show: that of the step just taken, or of the next known one.
Place focus_of(const Story& story, std::size_t at) {
  for (std::size_t i = at; i > 0; --i) {
    if (story.moments[i - 1].place.known()) return story.moments[i - 1].place;
  }
  const auto first = std::ranges::find_if(story.moments, [](const Moment& moment) { return moment.place.known(); });
  return first == story.moments.end() ? Place{} : first->place;
}

std::string status_of(const Story& story, std::size_t at) {
  const std::size_t count = story.moments.size();
  if (at == 0) return fmt::format("before the first of {}", counted(static_cast<long long>(count), "step", "steps"));
  const Moment& moment = story.moments[at - 1];
  return fmt::format("step {} of {}   {} {}{}", moment.number, story.moments.back().number, thread_name(moment.thread),
                     moment.told(), moment.preempts ? "   (a switch)" : "");
}

// "T1 T2 >" before a line where these threads stand.
std::string mark_of(const std::map<int, Place>& places, const Place& focus, int line) {
  std::string mark;
  for (const auto& [thread, place] : places) {
    if (place.file == focus.file && place.line == line) mark += thread_name(thread) + " ";
  }
  if (columns_of(mark) > kMarkColumns - 2) mark = "many ";
  return mark.empty() ? "" : mark + ">";
}

std::vector<std::string> source_panel(const Story& story, const Sources& sources, std::size_t at, int height,
                                      const Look& look) {
  const Place focus = focus_of(story, at);
  const std::vector<std::string>& lines = sources.lines(focus.file);
  const std::map<int, Place> places = places_at(story, at);
  const int last = static_cast<int>(lines.size());
  const int first = std::max(1, std::min(focus.line - height / 2, last - height + 1));
  std::vector<std::string> panel;
  for (int line = first; line < first + height; ++line) {
    if (line > last) {
      panel.emplace_back();
      continue;
    }
    const std::string mark = mark_of(places, focus, line);
    const std::string text =
        fmt::format("{}{:>4}  {}", padded(mark, kMarkColumns), line, lines[static_cast<std::size_t>(line) - 1]);
    panel.push_back(line == focus.line && at > 0 ? bold(cut(text, look.width), look) : cut(text, look.width));
  }
  return panel;
}

std::vector<std::string> variable_panel(const Story& story, std::size_t at, const Look& look) {
  std::vector<std::string> panel;
  const std::vector<Variable> variables = variables_at(story, at);
  for (const Variable& variable : variables) {
    if (static_cast<int>(panel.size()) == kMostVariables) break;
    const std::string text = cut(
        fmt::format("  {} = {}{}", variable.name, variable.value, variable.changed ? "   <- changed" : ""), look.width);
    panel.push_back(variable.changed ? bold(text, look) : text);
  }
  return panel;
}

std::string end_line(const Story& story, std::size_t at) {
  if (at < story.moments.size() || !story.report.failure) return {};
  return "the end: " + explain(story, {}).headline;
}

}  // namespace

std::vector<std::string> screen(const Story& story, const Sources& sources, std::size_t at, int height,
                                const Look& look) {
  const std::vector<std::string> variables = variable_panel(story, at, look);
  std::string rule;
  for (int i = 0; i < look.width; ++i) rule += look.utf8 ? "─" : "-";
  // Status, two rules, the end's line and the keys.
  const int source_height = std::max(1, height - 5 - static_cast<int>(variables.size()));
  std::vector<std::string> lines{bold(cut(status_of(story, at), look.width), look), rule};
  for (std::string& line : source_panel(story, sources, at, source_height, look)) lines.push_back(std::move(line));
  lines.push_back(rule);
  lines.insert(lines.end(), variables.begin(), variables.end());
  lines.push_back(red(cut(end_line(story, at), look.width), look));
  lines.push_back(cut("space, right: on   b, left: back   home, end   q: leave", look.width));
  return lines;
}

}  // namespace interleave
