// tools/workbook/command_line/student.cpp: the commands of a student's day.
#include "command_line/command_line.hpp"
#include "commands/commands.hpp"

#include <workbook/program.hpp>

#include <memory>

namespace workbook {

namespace {

void add_run(const CommandGroup& group) {
  CLI::App* run = group.add("run", "run a lesson's program with your exercise, or with the solution",
                            "  ./workbook run 02 0 10 1000000 4     your exercise: a, b, strips, workers\n"
                            "  ./workbook run 02 --solution         the solution");
  auto lesson = std::make_shared<std::string>();
  auto solution = std::make_shared<bool>(false);
  run->add_option("lesson", *lesson, kLessonHelp)->required();
  run->add_flag("--solution", *solution, "the reference solution in place of yours");
  // What is left is the program's: it may begin with a minus sign.
  run->allow_extras();
  run->callback([=, &exit_code = group.exit_code] { exit_code = run_lesson(*lesson, *solution, run->remaining()); });
}

void add_check(const CommandGroup& group) {
  CLI::App* check = group.add("check", "judge your exercise",
                              "  ./workbook check                     the first lesson that is not passed yet\n"
                              "  ./workbook check 03\n"
                              "  ./workbook check 03 --file elsewhere/exercise.hpp\n"
                              "  ./workbook check 03 --replay add_add@6:2\n"
                              "  ./workbook check --all --json --junit report.xml\n"
                              "Exit code: 0 passed, 1 wrong, 2 misuse or a fault of the workbook, 3 not done, "
                              "4 inconclusive; with --all the gravest.");
  auto request = std::make_shared<CheckRequest>();
  check->add_option("lesson", request->lesson, kLessonHelp);
  check->add_flag("--all", request->all, "every lesson");
  check->add_option("--file", request->file, "judge this file in place of work/NN_topic/exercise.hpp");
  check->add_option("--seed", request->seed, "the seed of the random inputs, as a message named it");
  check->add_option("--replay", request->replay, "show one schedule, SCENARIO@SCHEDULE, as a message named it");
  check->add_flag("--json", request->json, "print the verdicts as JSON (docs/verdict.md)");
  check->add_flag("--github", request->github, "print the verdicts as GitHub's annotations, and write its summary");
  check->add_option("--junit", request->junit, "write the verdicts into this file, as JUnit's XML");
  check->callback([=, &exit_code = group.exit_code] { exit_code = workbook::check(*request); });
}

void add_scale(const CommandGroup& group) {
  CLI::App* scale = group.add("scale", "measure your program with more and more workers",
                              "  ./workbook scale 02                      your exercise\n"
                              "  ./workbook scale 02 --solution --max 8   the solution, 1 to 8 workers\n"
                              "  ./workbook scale 05 --svg speed_up.svg   and draw it in a file\n"
                              "Nothing here is graded. Ctrl-C shows what was measured so far.");
  auto request = std::make_shared<ScaleRequest>();
  scale->add_option("lesson", request->lesson, kLessonHelp)->required();
  scale->add_flag("--solution", request->solution, "the reference solution in place of yours");
  scale->add_option("--max", request->most, "the largest number of workers; else twice the processors")
      ->check(CLI::Range(1, kMostWorkers));
  scale->add_option("--strips", request->strips, "the strips of each integral; else 100 million")
      ->check(CLI::PositiveNumber);
  scale->add_option("--rounds", request->rounds, "how often each number of workers is measured; else 5")
      ->check(CLI::Range(1, 1000));
  scale->add_option("--svg", request->svg, "draw the plot in this file (with gnuplot)");
  scale->callback([=, &exit_code = group.exit_code] { exit_code = workbook::scale(*request); });
}

// Where packages are missing, the script names them before it comes here.
void add_doctor(const CommandGroup& group) {
  CLI::App* doctor = group.add("doctor", "what works on this machine, what is missing, and what mends it",
                               "  ./workbook doctor\n"
                               "  ./workbook doctor --json     for other programs\n"
                               "Exit code: 0 where everything that a student needs works, else 1. Installs nothing.");
  auto json = std::make_shared<bool>(false);
  doctor->add_flag("--json", *json, "one JSON object, for other programs");
  doctor->callback([=, &exit_code = group.exit_code] { exit_code = workbook::doctor(*json); });
}

void add_read(const CommandGroup& group) {
  CLI::App* read = group.add("read", "read a lesson's chapter in the terminal",
                             "  ./workbook read                the current lesson's: the first that hasn't passed yet\n"
                             "  ./workbook read 03\n"
                             "  ./workbook read 03 --answers   with the answers that are folded away");
  auto lesson = std::make_shared<std::string>();
  auto answers = std::make_shared<bool>(false);
  read->add_option("lesson", *lesson, kLessonHelp);
  read->add_flag("--answers", *answers, "show the answers to the chapter's questions, too");
  read->callback([=, &exit_code = group.exit_code] { exit_code = read_chapter(*lesson, *answers); });
}

void add_hint(const CommandGroup& group) {
  CLI::App* hint = group.add("hint", "a hint, and one more each time",
                             "  ./workbook hint              for the current lesson's first empty hole\n"
                             "  ./workbook hint 03           for that lesson's\n"
                             "  ./workbook hint 03.2         for one of its holes\n"
                             "  ./workbook hint 03 --again   what was shown before, and no new one\n"
                             "  ./workbook hint 03 --all     all of them for that hole");
  auto request = std::make_shared<HintRequest>();
  hint->add_option("lesson", request->lesson, "the lesson, or one of its holes: 3, 03, 03_locks, 03.2");
  CLI::Option* const all = hint->add_flag("--all", request->all, "all hints for the hole");
  hint->add_flag("--again", request->again, "the hints that were shown already")->excludes(all);
  hint->callback([=, &exit_code = group.exit_code] { exit_code = give_hint(*request); });
}

void add_solution(const CommandGroup& group) {
  CLI::App* solution = group.add("solution", "what differs between your exercise and the solution, once it has passed",
                                 "  ./workbook solution 03            lines with - are yours, lines with + are ours\n"
                                 "  ./workbook solution 03 --anyway   before the check has passed");
  auto lesson = std::make_shared<std::string>();
  auto anyway = std::make_shared<bool>(false);
  solution->add_option("lesson", *lesson, kLessonHelp)->required();
  solution->add_flag("--anyway", *anyway, "though the check has not passed yet");
  solution->callback([=, &exit_code = group.exit_code] { exit_code = show_solution(*lesson, *anyway); });
}

void add_reset(const CommandGroup& group) {
  CLI::App* reset = group.add("reset", "begin an exercise anew; what you wrote is kept under another name",
                              "  ./workbook reset 03   keeps work/03_locks/exercise.2024-05-31-142233.hpp");
  auto lesson = std::make_shared<std::string>();
  reset->add_option("lesson", *lesson, kLessonHelp)->required();
  reset->callback(
      [=, &exit_code = group.exit_code] { exit_code = workbook::reset(*lesson, std::chrono::system_clock::now()); });
}

void add_watch(const CommandGroup& group) {
  CLI::App* watch = group.add("watch", "check your exercise again each time you save it",
                              "  ./workbook watch 03\n"
                              "  ./workbook watch      the exercise that you saved last\n"
                              "A key does the rest: ? lists them, q quits.");
  auto lesson = std::make_shared<std::string>();
  watch->add_option("lesson", *lesson, kLessonHelp);
  watch->callback([=, &exit_code = group.exit_code] { exit_code = workbook::watch(*lesson); });
}

}  // namespace

void add_student_commands(const CommandGroup& group) {
  group.add("tour", "run the solutions in order and see the race", "  ./workbook tour")
      ->callback([&exit_code = group.exit_code] { exit_code = tour(); });
  group.add("list", "the lessons and what each is about", "  ./workbook list")
      ->callback([&exit_code = group.exit_code] { exit_code = list_lessons(); });
  group.add("next", "open the next chapter and make its exercise", "  ./workbook next")
      ->callback([&exit_code = group.exit_code] { exit_code = read_next_chapter(); });
  add_read(group);
  add_run(group);
  add_check(group);
  add_watch(group);
  add_hint(group);
  add_solution(group);
  add_reset(group);
  add_scale(group);
  add_doctor(group);
}

}  // namespace workbook
