// tools/workbook/commands/map.cpp: `./workbook` alone: the lessons, how far the student is, and what to type next.
#include "checkout/progress.hpp"
#include "checkout/standing.hpp"
#include "commands/commands.hpp"
#include "programs/failure.hpp"
#include "terminal/text.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace workbook {

namespace {

constexpr int kWidest = 100;
constexpr int kIndentation = 8;  // "  [x] 03  "

struct Row {
  Lesson lesson;
  Standing standing;
  bool has_passed = false;  // now or earlier
};

std::vector<Row> rows() {
  auto known = student_progress().read();
  std::vector<Row> rows;
  for (Lesson& lesson : all_lessons()) {
    const LessonProgress& progress = known[lesson.name];
    const Standing standing = standing_of(lesson, progress);
    rows.push_back({std::move(lesson), standing, progress.passed.has_value()});
  }
  return rows;
}

std::string mark(const Row& row, bool is_next, const Look& look) {
  switch (row.standing.state) {
    case Standing::State::passed:
      return look.utf8 ? "✓" : "x";
    case Standing::State::changed:
      return "~";
    default:
      return is_next ? (look.utf8 ? "▸" : ">") : " ";
  }
}

std::string coloured(const std::string& text, const Row& row, bool is_next, const Look& look) {
  if (row.standing.state == Standing::State::passed) return green(text, look);
  return is_next ? bold(text, look) : text;
}

// The first line of a sentence; dots stand for the rest.
std::string shortened(const std::string& text, int width) {
  if (columns_of(text) <= width) return text;
  std::string line = wrapped(text, width - 4).front();
  line.erase(line.find_last_not_of(",;: ") + 1);
  return line + " ...";
}

void show_row(const Row& row, bool is_next, bool with_idea, const Look& look) {
  const int width = std::min(look.width, kWidest);
  const std::string state = described(row.standing);
  const int room = width - 10 - columns_of(state);
  const std::string name = padded(shortened(row.lesson.title, room - 2), room);
  fmt::print("  {} {}  {}{}\n", mark(row, is_next, look), row.lesson.number, coloured(name, row, is_next, look),
             coloured(state, row, is_next, look));
  if (with_idea) {
    fmt::print("{:{}}{}\n", "", kIndentation, shortened(row.lesson.idea, width - kIndentation - 1));
  }
}

void show_what_to_type(const Row* next) {
  const auto line = [](const std::string& command, const char* what) { fmt::print("  {:24}{}\n", command, what); };
  fmt::print("\n");
  if (next == nullptr) {
    fmt::print("Every lesson has passed.\n");
    line("./workbook read 01", "opens any chapter again");
    line("./workbook --help", "every command");
    return;
  }
  const std::string& number = next->lesson.number;
  fmt::print("Next is lesson {}:\n", number);
  line("./workbook next", "opens its chapter and makes your exercise");
  line(fmt::format("./workbook check {}", number), "judges what you wrote");
  line(fmt::format("./workbook hint {}", number), "one hint, and one more each time");
  line("./workbook --help", "every command");
}

}  // namespace

int show_map() {
  const Look look = look_of_terminal();
  const std::vector<Row> all = rows();
  const auto next = std::ranges::find(all, false, &Row::has_passed);
  const auto passed = std::ranges::count(all, true, &Row::has_passed);
  // The heading, the empty lines, what to type, and the prompt below.
  constexpr std::size_t kLinesBesides = 9;
  const bool all_ideas = look.height == 0 || 2 * all.size() + kLinesBesides <= static_cast<std::size_t>(look.height);
  fmt::print(
      "{}\n\n",
      bold(fmt::format("A workbook of threads and processes: {} of {} lessons passed", passed, all.size()), look));
  for (auto row = all.begin(); row != all.end(); ++row) show_row(*row, row == next, all_ideas || row == next, look);
  show_what_to_type(next == all.end() ? nullptr : &*next);
  return kExitGood;
}

}  // namespace workbook
