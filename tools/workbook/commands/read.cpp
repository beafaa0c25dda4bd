// tools/workbook/commands/read.cpp: the commands `read` and `next`.
#include "checkout/place.hpp"
#include "checkout/progress.hpp"
#include "checkout/standing.hpp"
#include "commands/commands.hpp"
#include "programs/failure.hpp"
#include "terminal/markdown.hpp"
#include "terminal/pager.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <fstream>
#include <iterator>

namespace fs = std::filesystem;

namespace workbook {

namespace {

void show_chapter(const Lesson& lesson, bool answers) {
  const fs::path file = lesson.folder() / "README.md";
  std::ifstream in(file);
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  if (!in) throw Failure(fmt::format("cannot read {}, wanted the chapter of lesson {}", file.string(), lesson.name));
  MarkdownView view;
  view.unfolded = answers;
  view.how_to_unfold = fmt::format("./workbook read {} --answers shows it", lesson.number);
  show_paged(fmt::format("{}\n", fmt::join(lines_of_markdown(text, view, look_of_terminal()), "\n")));
}

}  // namespace

int read_chapter(const std::string& word, bool answers) {
  show_chapter(lesson_or_current(word, student_progress()), answers);
  return kExitGood;
}

int read_next_chapter() {
  const std::optional<Lesson> lesson = current_lesson(student_progress());
  if (!lesson) {
    fmt::print("Every lesson has passed. ./workbook read NN opens any chapter again.\n");
    return kExitGood;
  }
  make_exercise(*lesson);
  show_chapter(*lesson, false);
  fmt::print("\nYour exercise: {}\nJudge it with: ./workbook check {}\n", place::shown(lesson->exercise()),
             lesson->number);
  return kExitGood;
}

}  // namespace workbook
