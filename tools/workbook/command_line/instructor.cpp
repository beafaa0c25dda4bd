// tools/workbook/command_line/instructor.cpp: the commands for the front of a class.
#include "command_line/command_line.hpp"
#include "commands/commands.hpp"
#include "race/race.hpp"

#include <memory>

namespace workbook {

namespace {

void add_demo(const CommandGroup& group) {
  CLI::App* demo = group.add("demo", "run one of a lesson's demonstrations", "  ./workbook demo 02 race");
  auto lesson = std::make_shared<std::string>();
  auto name = std::make_shared<std::string>();
  demo->add_option("lesson", *lesson, kLessonHelp)->required();
  demo->add_option("name", *name, "which one, as in demo_NAME.cpp");
  demo->allow_extras();
  demo->callback([=, &exit_code = group.exit_code] { exit_code = run_demo(*lesson, *name, demo->remaining()); });
}

void add_race(const CommandGroup& group) {
  CLI::App* command =
      group.add("race", "show a race: on the real machine, and then in the order that loses",
                "  ./workbook race 02                       a lesson's race\n"
                "  ./workbook race 02 --step                walk through the order that loses, key by key\n"
                "  ./workbook race 02 --html race.html      a page for a browser, to project\n"
                "  ./workbook race mine.cpp --runs 500      a file of your own\n"
                "  ./workbook race mine.cpp -- 10 2         what follows -- is the program's own\n"
                "Exit code: 0 nothing went wrong, 1 something did, 2 misuse, or the explorer can't tell.");
  auto request = std::make_shared<RaceRequest>();
  command->add_option("what", request->what, "the lesson: 3, 03 or 03_locks; or a source file")->required();
  command->add_option("--runs", request->runs, "on the real machine; a few seconds of them if not given, 0: none")
      ->check(CLI::Range(0, 1'000'000));
  command->add_option("--time", request->seconds, "seconds that the search may take; 20 if not given")
      ->check(CLI::PositiveNumber);
  command->add_flag("--step", request->step, "walk through the schedule in the terminal");
  command->add_option("--replay", request->replay, "show this one schedule; without --runs nothing else is run");
  command->add_option("--html", request->page, "write a page that a browser steps through");
  command->add_option("arguments", request->arguments, "the program's own");
  command->callback([=, &exit_code = group.exit_code] { exit_code = race(*request); });
}

void add_grade(const CommandGroup& group) {
  CLI::App* grade =
      group.add("grade", "judge a class: a folder or zip file for each student",
                "  ./workbook grade submissions --out results\n"
                "  ./workbook grade submissions --out results --lesson 03 --points points.csv\n"
                "Broken off, it goes on where it was when the same command is typed again.\n"
                "Exit code: 0 graded, 2 misuse or a fault of the workbook, 4 some answers are to be judged again.");
  auto request = std::make_shared<GradeRequest>();
  grade->add_option("submissions", request->submissions, "the folder of submissions")->required();
  grade->add_option("--out", request->out, "the folder for the results")->required();
  grade->add_option("--lesson", request->lessons, "only this one; may be repeated")->allow_extra_args(false);
  grade->add_option("--seed", request->seed, "of the random inputs; without it an earlier run's, or a new one");
  grade->add_option("--jobs", request->jobs, "answers at a time")->check(CLI::PositiveNumber);
  grade->add_option("--points", request->points, "a table of lines lesson,check,points");
  grade->add_option("--rung", request->rung,
                    "namespaces, landlock or limits; without it the strongest that works here");
  grade->add_flag("--allow-weak", request->allow_weak, "also where nothing but resource limits holds an answer");
  grade->add_flag("--anew", request->anew, "judge again what an earlier run has judged");
  grade->callback([=, &exit_code = group.exit_code] { exit_code = workbook::grade(*request); });
  // Not for people: `grade` starts one for each answer.
  CLI::App* one = group.app.add_subcommand("judge-answer")->group("");
  auto job = std::make_shared<std::string>();
  one->add_option("job", *job)->required();
  one->callback([=, &exit_code = group.exit_code] { exit_code = judge_answer_in(*job); });
}

// Its words are the other command's, its --help included.
void add_interleave(const CommandGroup& group) {
  CLI::App* explorer = group.add("interleave", "run a program under every order of its threads' steps",
                                 "  ./workbook interleave run race.cpp\n  ./workbook interleave run --help");
  explorer->set_help_flag();
  explorer->prefix_command();
  explorer->callback([=, &exit_code = group.exit_code] { exit_code = interleave(explorer->remaining()); });
}

void add_new_lesson(const CommandGroup& group) {
  CLI::App* command = group.add("new-lesson", "make a lesson of your own, whole, for you to change",
                                "  ./workbook new-lesson 07_deadlock");
  auto name = std::make_shared<std::string>();
  command->add_option("name", *name, "two digits that no lesson has, an underscore, a topic in small letters")
      ->required();
  command->callback([=, &exit_code = group.exit_code] { exit_code = new_lesson(*name); });
}

}  // namespace

void add_instructor_commands(const CommandGroup& group) {
  add_demo(group);
  add_race(group);
  add_grade(group);
  add_interleave(group);
  add_new_lesson(group);
}

}  // namespace workbook
