// tools/terminal/markdown_table.cpp: see markdown_table.hpp.
#include "terminal/markdown_table.hpp"

#include "terminal/inline_markdown.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

namespace workbook {

namespace {

constexpr int kGap = 2;

using Cell = std::vector<Word>;
using Row = std::vector<Cell>;

// The cells of "| a | b |". A bar in code, or behind a backslash, divides nothing.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  bool code = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool escaped = line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|';
    if (line[i] == '`') code = !code;
    if (line[i] == '|' && !code) {
      cells.emplace_back();
    } else if (!cells.empty()) {
      cells.back() += line[escaped ? ++i : i];
    }
  }
  // What stands behind the last bar is no cell, unless it is the row's end that lacks its bar.
  if (!cells.empty() && cells.back().find_first_not_of(' ') == std::string::npos) cells.pop_back();
  return cells;
}

bool divides(const std::string& line) { return line.find_first_not_of("|-: ") == std::string::npos; }

std::vector<Row> rows_of(const std::vector<std::string>& lines, const Look& look) {
  std::vector<Row> rows;
  for (const std::string& line : lines) {
    if (divides(line) && rows.size() == 1) continue;
    Row row;
    for (const std::string& cell : cells_of(line)) row.push_back(words_of(cell, look));
    rows.push_back(std::move(row));
  }
  std::size_t columns = 0;
  for (const Row& row : rows) columns = std::max(columns, row.size());
  for (Row& row : rows) row.resize(columns);
  return rows;
}

int total(const std::vector<int>& widths) {
  return std::accumulate(widths.begin(), widths.end(), 0) + kGap * (static_cast<int>(widths.size()) - 1);
}

// As wide as the widest cell; then the widest column gives way, until all of them fit.
std::vector<int> widths_of(const std::vector<Row>& rows, int width) {
  std::vector<int> widths(rows.front().size(), 1);
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns_of(row[i]));
  }
  while (total(widths) > width && std::ranges::max(widths) > 1) --*std::ranges::max_element(widths);
  return widths;
}

void add_row(const Row& row, const std::vector<int>& widths, const Look& look, std::vector<std::string>& lines) {
  std::vector<std::vector<StyledLine>> cells;
  std::size_t height = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    cells.push_back(set_in_lines(row[i], widths[i], look));
    height = std::max(height, cells.back().size());
  }
  for (std::size_t at = 0; at < height; ++at) {
    std::string line;
    int missing = 0;  // Blanks are put where something follows them.
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const StyledLine part = at < cells[i].size() ? cells[i][at] : StyledLine{};
      if (part.columns > 0) line.append(static_cast<std::size_t>(std::exchange(missing, 0)), ' ').append(part.text);
      missing += widths[i] - part.columns + kGap;
    }
    lines.push_back(line);
  }
}

std::string rule(const std::vector<int>& widths, const Look& look) {
  std::string line;
  for (const int width : widths) {
    if (!line.empty()) line += "  ";
    for (int i = 0; i < width; ++i) line += look.utf8 ? "─" : "-";
  }
  return line;
}

}  // namespace

std::vector<std::string> lines_of_table(const std::vector<std::string>& lines, int width, const Look& look) {
  std::vector<Row> rows = rows_of(lines, look);
  if (rows.front().empty()) return lines;
  for (Cell& cell : rows.front()) {
    for (Word& word : cell) {
      for (Span& span : word) span.style.strong = true;
    }
  }
  const std::vector<int> widths = widths_of(rows, width);
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    add_row(rows[i], widths, look, shown);
    if (i == 0) shown.push_back(rule(widths, look));
  }
  return shown;
}

}  // namespace workbook
