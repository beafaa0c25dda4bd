// tools/workbook/scale/plot.cpp: see plot.hpp.
#include "scale/plot.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace workbook {

namespace {

constexpr int kLabelColumns = 6;  // of the numbers to the left of the axis
constexpr int kRowsBelow = 3;     // axis, numbers, legend

// A field of letters with the origin in its lower left corner.
class Canvas {
 public:
  Canvas(int columns, int rows, double most_x, double most_y)
      : lines_(static_cast<std::size_t>(rows), std::string(static_cast<std::size_t>(columns), ' ')),
        most_x_(most_x),
        most_y_(most_y) {}

  int columns() const { return static_cast<int>(lines_.front().size()); }
  int rows() const { return static_cast<int>(lines_.size()); }
  const std::string& line(int row) const { return lines_[static_cast<std::size_t>(row)]; }

  /// The x of a column; the first is 1 worker, because there is nothing below.
  double x_of(int column) const { return 1 + (most_x_ - 1) * column / (columns() - 1); }
  int column_of(double x) const { return static_cast<int>(std::lround((x - 1) / (most_x_ - 1) * (columns() - 1))); }
  double y_of(int row) const { return most_y_ * (rows() - 1 - row) / (rows() - 1); }

  void put(double x, double y, char letter) {
    const int row = rows() - 1 - static_cast<int>(std::lround(y / most_y_ * (rows() - 1)));
    if (row >= 0 && row < rows())
      lines_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column_of(x))] = letter;
  }

  void curve(const std::function<double(double)>& y, char letter) {
    for (int column = 0; column < columns(); ++column) put(x_of(column), y(x_of(column)), letter);
  }

 private:
  std::vector<std::string> lines_;
  double most_x_;
  double most_y_;
};

// The numbers below the axis, as many as fit beside each other.
std::string numbers_below(const Canvas& canvas, const std::map<int, double>& points) {
  std::string line(static_cast<std::size_t>(canvas.columns()), ' ');
  int free_from = 0;
  for (const auto& [workers, ignored] : points) {
    const std::string number = std::to_string(workers);
    const int width = static_cast<int>(number.size());
    const int start = std::min(canvas.column_of(workers), canvas.columns() - width);
    if (start < free_from) continue;
    line.replace(static_cast<std::size_t>(start), number.size(), number);
    free_from = start + width + 1;
  }
  return line;
}

std::string framed(const Canvas& canvas, const std::string& numbers, bool fitted) {
  std::string text;
  for (int row = 0; row < canvas.rows(); ++row) {
    // Every other row has a number; one on each would be hard to read.
    const bool numbered = (canvas.rows() - 1 - row) % 2 == 0;
    const std::string label = numbered ? fmt::format("{:.1f}", canvas.y_of(row)) : "";
    text += fmt::format("{:>{}} |{}\n", label, kLabelColumns - 2, canvas.line(row));
  }
  const std::string indent(kLabelColumns - 1, ' ');
  text += indent + '+' + std::string(static_cast<std::size_t>(canvas.columns()), '-') + '\n';
  text += indent + ' ' + numbers + '\n';
  text +=
      indent + " workers; up: speed-up (times 1 worker)   o measured" + (fitted ? "  - Amdahl" : "") + "  . ideal\n";
  return text;
}

std::string without_blank_ends(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '\n') result.erase(result.find_last_not_of(' ') + 1);
    result += c;
  }
  return result;
}

bool can_be_drawn(const Scaling& scaling) { return scaling.times.size() >= 2 && scaling.times.contains(1); }

}  // namespace

std::optional<double> serial_to_draw(const Scaling& scaling) {
  const auto fit = fit_amdahl(scaling.times, scaling.processors);
  if (!fit || fit->serial >= 1) return std::nullopt;
  return std::max(0.0, fit->serial);
}

double highest_to_draw(const Scaling& scaling) {
  double highest = 1;
  for (const auto& [workers, speed_up] : speed_ups(scaling.times)) highest = std::max(highest, speed_up);
  return std::min<double>(scaling.times.rbegin()->first, 1.5 * highest);
}

std::string speed_up_plot(const Scaling& scaling, int columns, int rows) {
  if (!can_be_drawn(scaling)) return "";
  const std::map<int, double> points = speed_ups(scaling.times);
  Canvas canvas(columns - kLabelColumns, rows - kRowsBelow, points.rbegin()->first, highest_to_draw(scaling));
  canvas.curve([](double workers) { return workers; }, '.');
  const auto serial = serial_to_draw(scaling);
  if (serial) canvas.curve([&](double workers) { return 1 / (*serial + (1 - *serial) / workers); }, '-');
  for (const auto& [workers, speed_up] : points) canvas.put(workers, speed_up, 'o');
  return without_blank_ends(framed(canvas, numbers_below(canvas, points), serial.has_value()));
}

}  // namespace workbook
