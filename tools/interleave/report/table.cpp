// tools/interleave/report/table.cpp: lays the rows out in columns; see table.hpp.
#include "interleave/report/table.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <numeric>

namespace interleave {

namespace {

constexpr int kGap = 2;
constexpr int kLeastCell = 14;  // narrower, and code breaks into pieces that nobody can read
constexpr int kLeastTold = 20;

std::string steps_of(const Row& row) {
  if (row.first_step == row.last_step) return std::to_string(row.first_step);
  return fmt::format("{}-{}", row.first_step, row.last_step);
}

std::string cell_of(const Row& row, const Look& look) {
  if (!row.preempts) return "  " + row.source;
  return (look.utf8 ? "▸ " : "> ") + row.source;
}

// Columns of the table and their widths.
struct Layout {
  int steps = 4;
  std::vector<int> threads;     // the numbers of those with a column
  std::map<int, int> cells;     // by thread
  int told = 0;

  int width() const {
    int sum = steps + kGap + told;
    for (const auto& [thread, cell] : cells) sum += cell + kGap;
    return sum;
  }
};

std::string heading(const Story& story, int thread) {
  const auto index = static_cast<std::size_t>(thread);
  const std::string name = index < story.thread_names.size() ? story.thread_names[index] : "";
  return "  " + thread_name(thread) + (name.empty() || name.starts_with("a lambda") ? "" : " " + name);
}

Layout natural_layout(const Story& story, const std::vector<Row>& rows, const Look& look) {
  Layout layout;
  for (const Row& row : rows) {
    if (row.left_out > 0) continue;
    layout.steps = std::max(layout.steps, columns_of(steps_of(row)));
    layout.told = std::max(layout.told, columns_of(row.told));
    int& cell = layout.cells[row.thread];
    cell = std::max({cell, columns_of(cell_of(row, look)), columns_of(heading(story, row.thread))});
  }
  for (const auto& [thread, cell] : layout.cells) layout.threads.push_back(thread);
  return layout;
}

// Takes columns away from the widest until the table fits. False where there would be too little left.
bool make_fit(Layout& layout, int width) {
  while (layout.width() > width) {
    int* widest = &layout.told;
    for (auto& [thread, cell] : layout.cells) {
      if (cell - kLeastCell > *widest - (widest == &layout.told ? kLeastTold : kLeastCell)) widest = &cell;
    }
    const int least = widest == &layout.told ? kLeastTold : kLeastCell;
    if (*widest <= least) return false;
    --*widest;
  }
  return true;
}

// A line, without the blanks at its end.
std::string finished(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

std::string left_out_line(const Row& row, const Layout& layout) {
  return std::string(static_cast<std::size_t>(layout.steps + kGap), ' ') + "  ... " +
         counted(row.left_out, "step", "steps") + " left out\n";
}

// Continued lines of code stand a little to the right.
std::vector<std::string> cell_lines(const std::string& text, int width) {
  std::vector<std::string> lines;
  for (const std::string& line : wrapped(std::string_view(text).substr(text.find(' ') + 1), width - 4)) {
    lines.push_back((lines.empty() ? text.substr(0, text.find(' ') + 1) : "    ") + line);
  }
  return lines;
}

std::string line_of(const Layout& layout, const std::string& steps, int thread, const std::string& cell,
                    const std::string& told) {
  std::string line = padded(steps, layout.steps + kGap);
  for (const auto& [column, width] : layout.cells) line += padded(column == thread ? cell : "", width + kGap);
  return finished(line + told);
}

std::string in_columns(const Row& row, const Layout& layout, const Look& look) {
  if (row.left_out > 0) return left_out_line(row, layout);
  const std::vector<std::string> cells = cell_lines(cell_of(row, look), layout.cells.at(row.thread));
  const std::vector<std::string> told = wrapped(row.told, layout.told);
  const std::string steps(static_cast<std::size_t>(layout.steps - columns_of(steps_of(row))), ' ');
  std::string text;
  for (std::size_t i = 0; i < std::max(cells.size(), told.size()); ++i) {
    text += line_of(layout, i == 0 ? steps + steps_of(row) : "", row.thread, i < cells.size() ? cells[i] : "",
                    i < told.size() ? told[i] : "");
  }
  return text;
}

std::string header(const Story& story, const Layout& layout, const Look& look) {
  std::string line = padded("step", layout.steps + kGap);
  int width = layout.steps;
  for (const auto& [thread, cell] : layout.cells) {
    line += padded(wrapped(heading(story, thread), cell).front(), cell + kGap);
    width += cell + kGap;
  }
  std::string rule;
  for (int i = 0; i < width + kGap + layout.told; ++i) rule += look.utf8 ? "─" : "-";
  return finished(line) + rule + "\n";
}

// For more threads than there is room for: each line names its thread.
std::string as_list(const std::vector<Row>& rows, const Look& look) {
  std::string text;
  for (const Row& row : rows) {
    if (row.left_out > 0) {
      text += "          ... " + counted(row.left_out, "step", "steps") + " left out\n";
      continue;
    }
    const char* const mark = row.preempts ? (look.utf8 ? "▸" : ">") : " ";
    const std::string begin = fmt::format("{:>5} {} {:<4}", steps_of(row), mark, thread_name(row.thread));
    const std::string words = row.source.empty() ? row.told : row.source + "   " + row.told;
    bool first = true;
    for (const std::string& line : wrapped(words, look.width - columns_of(begin))) {
      text += finished((first ? begin : std::string(static_cast<std::size_t>(columns_of(begin)), ' ')) + line);
      first = false;
    }
  }
  return text;
}

std::string told_of(const Stop& stop) {
  std::string text = stop.operation == "join" ? "waits for " + thread_name(stop.holder) + " to end"
                                              : "waits for " + (stop.object.empty() ? stop.operation : stop.object);
  if (stop.operation == "join" || stop.holder < 0) return text;
  return text + (stop.holder == stop.thread ? ", which it holds itself" : ", held by " + thread_name(stop.holder));
}

// Those that can't go on end the table, each in its column.
void add_stops(const Story& story, std::vector<Row>& rows) {
  const int last = story.moments.empty() ? 0 : story.moments.back().number;
  for (const Stop& stop : story.stops) {
    rows.push_back({last + 1, last + 1, stop.thread, false, stop.source, told_of(stop), stop.address, 0});
  }
}

}  // namespace

std::string table(const Story& story, const Look& look) {
  std::vector<Row> rows = rows_of(story);
  add_stops(story, rows);
  if (rows.empty()) return {};
  Layout layout = natural_layout(story, rows, look);
  std::string text;
  if (make_fit(layout, look.width)) {
    text = header(story, layout, look);
    for (const Row& row : rows) text += in_columns(row, layout, look);
  } else {
    text = as_list(rows, look);
  }
  if (std::ranges::any_of(rows, &Row::preempts)) {
    text += fmt::format("{} a switch: the thread before could have gone on\n", look.utf8 ? "▸" : ">");
  }
  return text;
}

}  // namespace interleave
