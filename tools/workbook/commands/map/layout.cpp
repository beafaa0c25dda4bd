// tools/workbook/commands/map/layout.cpp: see layout.hpp.
#include "commands/map/layout.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace workbook {

namespace {

constexpr int kWidest = 100;
constexpr int kBeforeTitle = 8;      // "  ▸ 03  "
constexpr int kLeastTitle = 20;      // Where a title would have less, its state stands in a line of its own.
constexpr std::size_t kBesides = 9;  // The heading, what to type, the empty lines between, and the prompt below.

// The first line of a sentence; dots stand for the rest.
std::string shortened(const std::string& text, int width) {
  if (columns_of(text) <= width) return text;
  std::string line = wrapped(text, width - 4).front();
  line.erase(line.find_last_not_of(",;: ") + 1);
  return line + " ...";
}

std::string mark_of(const Stop& stop, bool is_next, const Look& look) {
  switch (stop.standing.state) {
    case Standing::State::passed:
      return look.utf8 ? "✓" : "x";
    case Standing::State::changed:
      return "~";
    default:
      return is_next ? (look.utf8 ? "▸" : ">") : " ";
  }
}

class Map {
 public:
  Map(const std::vector<Stop>& stops, const Look& look)
      : stops_(stops),
        look_(look),
        width_(std::min(look.width, kWidest)),
        next_(std::ranges::find(stops, false, &Stop::has_passed)),
        all_ideas_(look.height == 0 || 2 * stops.size() + kBesides <= static_cast<std::size_t>(look.height)) {}

  std::vector<std::string> lines() {
    const auto passed = std::ranges::count(stops_, true, &Stop::has_passed);
    const std::string heading =
        fmt::format("A workbook of threads and processes: {} of {} lessons passed", passed, stops_.size());
    for (const std::string& line : wrapped(heading, width_)) add(bold(line, look_));
    add("");
    for (auto stop = stops_.begin(); stop != stops_.end(); ++stop) add_stop(*stop, stop == next_);
    add("");
    add_what_to_type();
    return std::move(lines_);
  }

 private:
  void add(std::string line) { lines_.push_back(std::move(line)); }

  std::string coloured(const std::string& text, const Stop& stop, bool is_next) const {
    if (stop.standing.state == Standing::State::passed) return green(text, look_);
    return is_next ? bold(text, look_) : text;
  }

  void add_stop(const Stop& stop, bool is_next) {
    const std::string state = described(stop.standing);
    const int room = width_ - kBeforeTitle - columns_of(state);
    const std::string before = fmt::format("  {} {}  ", mark_of(stop, is_next, look_), stop.lesson.number);
    const std::string indentation(kBeforeTitle, ' ');
    if (room < std::min(kLeastTitle, columns_of(stop.lesson.title) + 2)) {
      add(before + coloured(shortened(stop.lesson.title, width_ - kBeforeTitle), stop, is_next));
      for (const std::string& line : wrapped(state, width_ - kBeforeTitle)) {
        add(indentation + coloured(line, stop, is_next));
      }
    } else {
      const std::string title = padded(shortened(stop.lesson.title, room - 2), room);
      add(before + coloured(title + state, stop, is_next));
    }
    if (all_ideas_ || is_next) add(indentation + shortened(stop.lesson.idea, width_ - kBeforeTitle - 1));
  }

  void add_command(const std::string& command, const std::string& what) {
    const std::string line = fmt::format("  {:24}{}", command, what);
    add(columns_of(line) <= width_ ? line : "  " + command);
  }

  void add_what_to_type() {
    if (next_ == stops_.end()) {
      add("Every lesson has passed.");
      add_command("./workbook read 01", "opens any chapter again");
    } else {
      const std::string& number = next_->lesson.number;
      add(fmt::format("Next is lesson {}:", number));
      add_command("./workbook next", "opens its chapter and makes your exercise");
      add_command("./workbook check " + number, "judges what you wrote");
      add_command("./workbook hint " + number, "one hint, and one more each time");
    }
    add_command("./workbook --help", "every command");
  }

  const std::vector<Stop>& stops_;
  const Look look_;
  const int width_;
  const std::vector<Stop>::const_iterator next_;
  const bool all_ideas_;
  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> lines_of_map(const std::vector<Stop>& stops, const Look& look) {
  return Map(stops, look).lines();
}

}  // namespace workbook
