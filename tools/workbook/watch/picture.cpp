// tools/workbook/watch/picture.cpp: see picture.hpp.
#include "watch/picture.hpp"

#include "judge/verdict/verdicts.hpp"
#include "programs/failure.hpp"
#include "terminal/printable.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace workbook {

namespace {

constexpr int kFewestColumns = 20;
constexpr int kFewestLines = 4;
// Below this height no line is spent on a rule.
constexpr int kLinesForRules = 12;

std::string cut(const std::string& text, const Look& window) {
  std::string whole = printable(text, window.utf8);
  if (columns_of(whole) <= window.width) return whole;
  constexpr std::string_view kMore = "...";
  return wrapped(whole, window.width - static_cast<int>(kMore.size())).front() + std::string(kMore);
}

// Where the text of "      why     the text" begins: its later lines stand below it.
std::size_t hanging_indent(std::string_view line) {
  const std::size_t word = std::min(line.find_first_not_of(' '), line.size());
  const std::size_t gap = line.find("  ", word);
  constexpr std::size_t kLongestLabel = 10;
  if (gap == std::string_view::npos || gap > word + kLongestLabel) return word;
  return std::min(line.find_first_not_of(' ', gap), line.size());
}

// A line of a program as lines of the window.
std::vector<std::string> folded(const std::string& text, const Look& window) {
  const std::string line = printable(text, window.utf8);
  if (columns_of(line) <= window.width) return {line};
  const std::size_t indent = std::min<std::size_t>(hanging_indent(line), static_cast<std::size_t>(window.width) / 2);
  std::vector<std::string> lines;
  // What stands before the text may be broken nowhere.
  const std::string start = line.substr(0, indent);
  for (const std::string& part : wrapped(line.substr(indent), window.width - columns_of(start))) {
    lines.push_back((lines.empty() ? start : padded("", columns_of(start))) + part);
  }
  return lines;
}

bool says_wrong(const std::string& line) { return line.starts_with("  wrong "); }

const std::vector<std::string>& help_lines() {
  static const std::vector<std::string> lines{
      "Each time you save the exercise it is checked again; a check that still runs is ended for that.",
      "",
      "  h      a hint, one more each time",
      "  n      the next lesson, once this one has passed",
      "  l      the lessons there are",
      "  s      the solution, once the check has passed",
      "  r      run the lesson's program with your exercise",
      "  c      check again",
      "  q      quit",
      "  escape back to what the check said",
      "  up, down, page up, page down, home, end   move through a long text",
      "  ?      this list"};
  return lines;
}

struct TextLine {
  std::string text;
  bool wrong = false;
};

std::vector<TextLine> text_of(const WatchState& state, const Look& window) {
  std::vector<TextLine> lines;
  for (const std::string& line : state.help ? help_lines() : state.lines) {
    for (std::string& part : folded(line, window)) lines.push_back({std::move(part), says_wrong(line)});
  }
  return lines;
}

std::string_view word_for(int exit_code) {
  const std::optional<judge::Verdict> verdict = judge::verdict_with(exit_code);
  return verdict && *verdict != judge::Verdict::bug ? judge::word_for(*verdict) : "no verdict";
}

std::string what_is_shown(const WatchState& state) {
  if (state.help) return "help";
  if (state.running) {
    return fmt::format("{}, {} s", state.task == "check" ? "checking" : state.task, state.running_for.count());
  }
  if (state.task != "check") return state.task;
  return state.verdict ? std::string(word_for(state.verdict->exit_code)) : "no verdict yet";
}

// What is shown on the left, and on the right which of its lines are seen.
std::string header(const WatchState& state, const Look& window, int text_lines, int scroll) {
  const int room = room_for_text(state, window);
  std::string left = cut(fmt::format("{}: {}", state.lesson, what_is_shown(state)), window);
  if (text_lines <= room) return left;
  const std::string right = fmt::format("lines {} to {} of {}", scroll + 1, scroll + room, text_lines);
  const int gap = window.width - columns_of(left) - columns_of(right);
  return gap < 2 ? left : padded(left, columns_of(left) + gap) + right;
}

std::string footer(const WatchState& state, const Look& window) {
  if (!state.notice.empty()) return cut(state.notice, window);
  if (!state.file_is_there) return cut(state.file + " is gone; save it again", window);
  if (!state.verdict) return cut("it is checked again each time you save " + state.file, window);
  return closing_line(*state.verdict, state.outdated, window);
}

std::string keys(const Look& window) {
  constexpr std::string_view kWhole = "h hint  n next  l list  s solution  r run  c check  q quit  ? help";
  if (static_cast<int>(kWhole.size()) <= window.width) return std::string(kWhole);
  return cut("h n l s r c q   ? help", window);
}

Look large_enough(Look window) {
  window.width = std::max(window.width, kFewestColumns);
  window.height = std::max(window.height, kFewestLines);
  return window;
}

}  // namespace

std::string closing_line(const ClosingLine& verdict, bool outdated, const Look& window) {
  if (outdated) return cut("last time: " + verdict.text, window);
  const std::string line = cut(verdict.text, window);
  if (verdict.exit_code == kExitGood) return green(line, window);
  return verdict.exit_code == kExitWrong ? red(line, window) : line;
}

int room_for_text(const WatchState& state, const Look& window) {
  // The first line, the last two.
  int taken = 3;
  if (window.height >= kLinesForRules) taken += 2;
  if (!state.obstacle.empty()) taken += 1;
  return std::max(large_enough(window).height - taken, 0);
}

int last_scroll(const WatchState& state, const Look& small_window) {
  const Look window = large_enough(small_window);
  return std::max(static_cast<int>(text_of(state, window).size()) - room_for_text(state, window), 0);
}

int scroll_to_first_wrong(const WatchState& state, const Look& small_window) {
  const Look window = large_enough(small_window);
  const std::vector<TextLine> text = text_of(state, window);
  if (static_cast<int>(text.size()) <= room_for_text(state, window)) return 0;
  const auto wrong = std::ranges::find(text, true, &TextLine::wrong);
  return wrong == text.end() ? 0 : std::min(static_cast<int>(wrong - text.begin()), last_scroll(state, window));
}

std::vector<std::string> picture(const WatchState& state, const Look& small_window) {
  const Look window = large_enough(small_window);
  const std::vector<TextLine> text = text_of(state, window);
  const int room = room_for_text(state, window);
  const int scroll = std::clamp(state.scroll, 0, last_scroll(state, window));
  const std::string rule(static_cast<std::size_t>(window.width), '-');
  const bool ruled = window.height >= kLinesForRules;

  std::vector<std::string> lines{bold(header(state, window, static_cast<int>(text.size()), scroll), window)};
  if (ruled) lines.push_back(rule);
  for (int i = scroll; i < scroll + room; ++i) {
    const TextLine line = i < static_cast<int>(text.size()) ? text[static_cast<std::size_t>(i)] : TextLine{};
    lines.push_back(line.wrong ? red(line.text, window) : line.text);
  }
  if (ruled) lines.push_back(rule);
  if (!state.obstacle.empty()) lines.push_back(cut("looked at every half second: " + state.obstacle, window));
  lines.push_back(footer(state, window));
  lines.push_back(keys(window));
  return lines;
}

}  // namespace workbook
