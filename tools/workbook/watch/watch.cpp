// tools/workbook/watch/watch.cpp: the command `watch`: checks an exercise again each time it is saved.
#include "checkout/lessons.hpp"
#include "checkout/place.hpp"
#include "commands/commands.hpp"
#include "programs/failure.hpp"
#include "programs/running_program.hpp"
#include "terminal/raw_terminal.hpp"
#include "terminal/terminal.hpp"
#include "watch/file_watch.hpp"
#include "watch/picture.hpp"

#include <fmt/core.h>

#include <signal.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <memory>

namespace fs = std::filesystem;

namespace workbook {

namespace {

using Clock = FileWatch::Clock;

// A program that prints without end shall not fill the memory.
constexpr std::size_t kMostLines = 5000;

/// The loop: waits for a key, a save or a program's output, and shows what has become of it. What it knows of lessons
/// and verdicts it has from our own commands, each started as a program of its own.
class Watch {
 public:
  /// Begins with this lesson, and goes on until q is pressed or a signal ends us.
  void run(const Lesson& lesson, RawTerminal& terminal);

  /// As it was in the end.
  const WatchState& state() const { return state_; }

 private:
  void turn_to(const Lesson& lesson);
  void start(const std::string& task);
  void end_task();
  void finish_task();
  void take(const std::string& line);
  void follow_task();
  void show_check();

  void press(const KeyPress& press);
  void press_character(char character);
  void scroll_by(int lines);
  void go_to_next_lesson();

  Lesson lesson_;
  std::unique_ptr<FileWatch> file_;
  std::unique_ptr<RunningProgram> program_;
  Clock::time_point started_;
  WatchState state_;
  Look window_;
  std::vector<std::string> check_lines_;  // of the last check, while something else is shown
  bool over_ = false;
};

void Watch::turn_to(const Lesson& lesson) {
  make_exercise(lesson);
  end_task();
  lesson_ = lesson;
  state_ = {};
  state_.lesson = lesson.name;
  state_.file = fs::proximate(lesson.exercise(), place::root()).string();
  file_ = std::make_unique<FileWatch>(lesson.exercise());
  start("check");
}

// What runs is ended first: one thing at a time.
void Watch::start(const std::string& task) {
  end_task();
  if (state_.task == "check") check_lines_ = std::move(state_.lines);
  state_.task = task;
  state_.lines.clear();
  state_.scroll = 0;
  state_.help = false;
  state_.notice.clear();
  state_.running = true;
  if (task == "check") state_.outdated = true;
  started_ = Clock::now();
  std::vector<std::string> words{task};
  if (task != "list") words.push_back(lesson_.number);
  setenv(kColumnsVariable, std::to_string(window_.width).c_str(), 1);
  program_ = std::make_unique<RunningProgram>(Command{place::build() / "workbook", words});
}

void Watch::end_task() {
  program_.reset();
  state_.running = false;
}

void Watch::take(const std::string& line) {
  if (state_.lines.size() < kMostLines) state_.lines.push_back(line);
  if (state_.lines.size() == kMostLines)
    state_.lines.back() = fmt::format("(no more than {} lines are kept)", kMostLines);
}

// The last line, or what we have to say where there is no verdict.
std::string closing_line_of(const std::vector<std::string>& lines, int exit_code) {
  const auto ours = std::ranges::find_if(lines, [](const std::string& line) { return line.starts_with("workbook"); });
  if (exit_code == kExitMisuse && ours != lines.end()) return *ours;
  const auto last = std::find_if(lines.rbegin(), lines.rend(), [](const std::string& line) { return !line.empty(); });
  return last == lines.rend() ? fmt::format("the check ended with exit code {}", exit_code) : *last;
}

void Watch::finish_task() {
  const int exit_code = program_->finish([&](const std::string& line) { take(line); });
  end_task();
  if (state_.task != "check") return;
  state_.verdict = {exit_code, closing_line_of(state_.lines, exit_code)};
  state_.outdated = false;
  if (state_.scroll == 0) state_.scroll = scroll_to_first_wrong(state_, window_);
}

void Watch::follow_task() {
  if (!program_) return;
  state_.running_for = std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - started_);
  program_->read_some([&](const std::string& line) { take(line); });
  if (program_->ended()) finish_task();
}

void Watch::show_check() {
  state_.help = false;
  state_.scroll = 0;
  if (state_.task == "check") return;
  // A check that had to make room begins anew.
  if (state_.outdated) return start("check");
  end_task();
  state_.task = "check";
  state_.lines = std::move(check_lines_);
  state_.scroll = scroll_to_first_wrong(state_, window_);
}

void Watch::scroll_by(int lines) { state_.scroll = std::clamp(state_.scroll + lines, 0, last_scroll(state_, window_)); }

void Watch::go_to_next_lesson() {
  if (!state_.verdict || state_.outdated || state_.verdict->exit_code != kExitGood) {
    state_.notice = "n goes on to the next lesson once the check of this one has passed";
    return;
  }
  const std::vector<Lesson> lessons = all_lessons();
  const auto next = std::ranges::find_if(lessons, [&](const Lesson& lesson) { return lesson.name > lesson_.name; });
  if (next == lessons.end()) {
    state_.notice = "this is the last lesson, and it has passed";
    return;
  }
  turn_to(*next);
  state_.notice = fmt::format("read lessons/{}/README.md, then write in {}", next->name, state_.file);
}

void Watch::press(const KeyPress& press) {
  state_.notice.clear();
  const int page = std::max(room_for_text(state_, window_) - 1, 1);
  switch (press.key) {
    case Key::up:
      return scroll_by(-1);
    case Key::down:
    case Key::enter:
      return scroll_by(1);
    case Key::page_up:
      return scroll_by(-page);
    case Key::page_down:
      return scroll_by(page);
    case Key::home:
      return scroll_by(-last_scroll(state_, window_));
    case Key::end:
      return scroll_by(last_scroll(state_, window_));
    case Key::escape:
    case Key::backspace:
      return show_check();
    case Key::closed:
      over_ = true;
      return;
    case Key::character:
      return press_character(press.character);
    default:
      return;
  }
}

void Watch::press_character(char character) {
  switch (character) {
    case ' ':
      return scroll_by(std::max(room_for_text(state_, window_) - 1, 1));
    case 'h':
      return start("hint");
    case 'n':
      return go_to_next_lesson();
    case 'l':
      return start("list");
    case 's':
      return start("solution");
    case 'r':
      return start("run");
    case 'c':
      return start("check");
    case 'q':
      over_ = true;
      return;
    case '?':
      state_.help = !state_.help;
      state_.scroll = 0;
      return;
    default:
      state_.notice = fmt::format("no key is called '{}'; ? lists them", character);
  }
}

void Watch::run(const Lesson& lesson, RawTerminal& terminal) {
  window_ = look_of_terminal();
  turn_to(lesson);
  while (!over_ && RawTerminal::ended_by() == 0) {
    const WindowSize size = terminal.size();
    window_.width = size.columns;
    window_.height = size.lines;
    state_.obstacle = file_->obstacle();
    state_.file_is_there = file_->is_there();
    terminal.show(picture(state_, window_));

    constexpr std::chrono::milliseconds kSecond{1000};
    const std::chrono::milliseconds look_due = file_->until_next_look(Clock::now());
    std::array<pollfd, 3> sources{{{file_->reports(), POLLIN, 0},
                                   {program_ ? program_->output() : -1, POLLIN, 0},
                                   {program_ ? program_->end_event() : -1, POLLIN, 0}}};
    if (terminal.wait(sources, program_ ? std::min(look_due, kSecond) : look_due)) press(terminal.read_key());
    follow_task();
    if (file_->look(Clock::now())) start("check");
  }
  end_task();
}

// The exercise that was saved last; the first lesson's where there is none.
Lesson lesson_at_work() {
  std::vector<Lesson> lessons = all_lessons();
  if (lessons.empty()) throw Failure("there are no lessons");
  const auto saved = [](const Lesson& lesson) {
    std::error_code missing;
    const fs::file_time_type time = fs::last_write_time(lesson.exercise(), missing);
    return missing ? fs::file_time_type::min() : time;
  };
  return *std::ranges::max_element(lessons, {}, saved);
}

// On the screen that is left, where it stays.
void print_closing_line(const WatchState& state) {
  if (!state.verdict) return;
  Look look = look_of_terminal();
  look.width = std::numeric_limits<int>::max();  // a line may be broken there
  fmt::print("{}\n", closing_line(*state.verdict, state.outdated, look));
  std::fflush(stdout);
}

}  // namespace

int watch(const std::string& lesson) {
  const Lesson chosen = lesson.empty() ? lesson_at_work() : lesson_named(lesson);
  if (!RawTerminal::possible()) {
    throw Failure(
        fmt::format("watch wants a terminal that it can draw on; ./workbook check {} checks once", chosen.number));
  }
  Watch watch;
  {
    RawTerminal terminal;
    watch.run(chosen, terminal);
  }
  print_closing_line(watch.state());
  // The terminal is as it was, and nothing runs any more: the signal may now do what it does without us.
  if (RawTerminal::ended_by() != 0) raise(RawTerminal::ended_by());
  return kExitGood;
}

}  // namespace workbook
