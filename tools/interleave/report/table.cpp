// tools/interleave/report/table.cpp: lays the rows out in columns; see table.hpp.
#include "interleave/report/table.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

namespace interleave {

namespace {

constexpr int kGap = 2;
constexpr int kLeastCell = 18;  // narrower, and code breaks into pieces that nobody can read
constexpr int kLeastTold = 20;
constexpr int kIndent = 4;  // of continued code, and of what is told below it

std::string steps_of(const Row& row) {
  if (row.first_step == 0) return "end";
  if (row.last_step < row.first_step) return "";
  if (row.first_step == row.last_step) return std::to_string(row.first_step);
  return fmt::format("{}-{}", row.first_step, row.last_step);
}

std::string mark_of(const Row& row, const Look& look) {
  if (!row.preempts) return "  ";
  return look.utf8 ? "▸ " : "> ";
}

// A column for the steps' numbers, one for each thread, and one for what is told. Where there is no room for the last,
// what is told stands below the code.
struct Layout {
  int steps = 4;
  std::map<int, int> cells;  // widths, by thread
  int told = 0;              // 0: below the code

  int width() const {
    int sum = steps + (told > 0 ? kGap + told : 0);
    for (const auto& [thread, cell] : cells) sum += kGap + cell;
    return sum;
  }
};

std::string heading(const Story& story, int thread) {
  const auto index = static_cast<std::size_t>(thread);
  const std::string name = index < story.thread_names.size() ? story.thread_names[index] : "";
  return "  " + thread_name(thread) + (name.empty() || name.starts_with("a lambda") ? "" : " " + name);
}

Layout natural_layout(const Story& story, const std::vector<Row>& rows, bool below) {
  Layout layout;
  for (const Row& row : rows) {
    if (row.left_out > 0) continue;
    layout.steps = std::max(layout.steps, columns_of(steps_of(row)));
    int& cell = layout.cells[row.thread];
    cell = std::max({cell, columns_of(row.source) + 2, columns_of(heading(story, row.thread))});
    if (below) {
      cell = std::max(cell, columns_of(row.told) + kIndent);
    } else {
      layout.told = std::max(layout.told, columns_of(row.told));
    }
  }
  return layout;
}

// Takes columns away from the widest cell until the table fits. False where too little would be left.
bool narrow_cells(Layout& layout, int width) {
  while (layout.width() > width) {
    const auto widest = std::ranges::max_element(layout.cells, {}, [](const auto& cell) { return cell.second; });
    if (widest == layout.cells.end() || widest->second <= kLeastCell) return false;
    --widest->second;
  }
  return true;
}

// What is told may take a second line; code only where there is no other way.
bool narrow_told(Layout& layout, int width) {
  layout.told -= std::clamp(layout.width() - width, 0, std::max(0, layout.told - kLeastTold));
  return layout.width() <= width;
}

std::string blanks(int count) { return std::string(static_cast<std::size_t>(std::max(0, count)), ' '); }

// A line, without the blanks at its end.
std::string finished(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

std::string left_out_line(const Row& row, int indent) {
  return blanks(indent) + "... " + counted(row.left_out, "step", "steps") + " left out\n";
}

// Appends `text` behind `begin`; what does not fit stands in further lines, a little to the right.
void append_wrapped(std::vector<std::string>& lines, const std::string& begin, const std::string& text, int width) {
  if (columns_of(begin + text) <= width) {
    lines.push_back(begin + text);
    return;
  }
  const std::vector<std::string> parts = wrapped(text, width - kIndent);
  lines.push_back(begin + parts.front());
  for (std::size_t i = 1; i < parts.size(); ++i) lines.push_back(blanks(kIndent) + parts[i]);
}

// The lines in a thread's column: code, its continuation farther right, and what is told where it has no column.
std::vector<std::string> cell_of(const Row& row, const Layout& layout, const Look& look) {
  const int width = layout.cells.at(row.thread);
  std::vector<std::string> lines;
  const std::string code = row.same_line ? "" : row.source;
  if (!code.empty() || layout.told > 0) append_wrapped(lines, mark_of(row, look), code, width);
  const bool below_code = !lines.empty() || row.same_line;
  if (layout.told == 0) append_wrapped(lines, below_code ? blanks(kIndent) : mark_of(row, look), row.told, width);
  return lines;
}

std::string row_text(const Row& row, const Layout& layout, const Look& look) {
  if (row.left_out > 0) return left_out_line(row, layout.steps + kGap + 2);
  const std::vector<std::string> cell = cell_of(row, layout, look);
  const std::vector<std::string> told = layout.told > 0 ? wrapped(row.told, layout.told) : std::vector<std::string>{};
  std::string text;
  for (std::size_t i = 0; i < std::max(cell.size(), told.size()); ++i) {
    const std::string steps = i == 0 ? steps_of(row) : "";
    std::string line = blanks(layout.steps - columns_of(steps)) + steps;
    for (const auto& [thread, width] : layout.cells) {
      const bool here = thread == row.thread && i < cell.size();
      line += blanks(kGap) + padded(here ? cell[i] : "", width);
    }
    text += finished(line + blanks(kGap) + (i < told.size() ? told[i] : ""));
  }
  return text;
}

std::string header(const Story& story, const Layout& layout, const Look& look) {
  std::string line = padded("step", layout.steps);
  for (const auto& [thread, width] : layout.cells) {
    line += blanks(kGap) + padded(wrapped(heading(story, thread), width).front(), width);
  }
  std::string rule;
  for (int i = 0; i < layout.width(); ++i) rule += look.utf8 ? "─" : "-";
  return finished(line) + rule + "\n";
}

std::string as_columns(const Story& story, const std::vector<Row>& rows, const Layout& layout, const Look& look) {
  std::string text = header(story, layout, look);
  for (const Row& row : rows) text += row_text(row, layout, look);
  return text;
}

// For more threads than there is room for: each line names its thread.
std::string as_list(const std::vector<Row>& rows, const Look& look) {
  std::string text;
  for (const Row& row : rows) {
    const std::string begin = fmt::format("{:>7}  {}{:<4}", steps_of(row), mark_of(row, look), thread_name(row.thread));
    const int indent = columns_of(begin);
    if (row.left_out > 0) {
      text += left_out_line(row, indent);
      continue;
    }
    const std::vector<std::string> lines =
        wrapped(row.source.empty() ? row.told : row.source + "   " + row.told, look.width - indent);
    for (std::size_t i = 0; i < lines.size(); ++i) text += finished((i == 0 ? begin : blanks(indent)) + lines[i]);
  }
  return text;
}

// Whether the thread's last step was to begin this very wait.
bool began_to_wait(const Story& story, const Stop& stop) {
  const auto last = std::ranges::find(story.moments.rbegin(), story.moments.rend(), stop.thread, &Moment::thread);
  return last != story.moments.rend() && last->operation == stop.operation && last->address == stop.address;
}

std::string told_of(const Story& story, const Stop& stop) {
  const std::string waits = began_to_wait(story, stop) ? "still waits for " : "waits for ";
  if (stop.operation == "join") return waits + thread_name(stop.holder) + " to end";
  std::string text = waits + (stop.object.empty() ? stop.operation : stop.object);
  if (stop.holder < 0) return text;
  return text + (stop.holder == stop.thread ? ", which it holds itself" : ", held by " + thread_name(stop.holder));
}

// Those that can't go on end the table, each in its column.
void add_stops(const Story& story, std::vector<Row>& rows) {
  for (const Stop& stop : story.stops) {
    Row row;
    row.thread = stop.thread;
    row.source = stop.source;
    row.told = told_of(story, stop);
    row.address = stop.address;
    rows.push_back(row);
  }
}

std::string body(const Story& story, const std::vector<Row>& rows, const Look& look) {
  Layout beside = natural_layout(story, rows, false);
  if (narrow_told(beside, look.width)) return as_columns(story, rows, beside, look);
  Layout below = natural_layout(story, rows, true);
  if (narrow_cells(below, look.width)) return as_columns(story, rows, below, look);
  return as_list(rows, look);
}

}  // namespace

std::string table(const Story& story, const Look& look) {
  std::vector<Row> rows = rows_of(story);
  add_stops(story, rows);
  if (rows.empty()) return {};
  std::string text = body(story, rows, look);
  if (std::ranges::any_of(rows, &Row::preempts)) {
    text += fmt::format("{} switched here, though the thread before could have gone on\n", look.utf8 ? "▸" : ">");
  }
  return text;
}

}  // namespace interleave
