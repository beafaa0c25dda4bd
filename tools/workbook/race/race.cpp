// tools/workbook/race/race.cpp: see race.hpp.
#include "race/race.hpp"

#include "checkout/build.hpp"
#include "checkout/place.hpp"
#include "interleave/command/compile.hpp"
#include "programs/failure.hpp"
#include "programs/files.hpp"
#include "programs/programs.hpp"
#include "programs/signals.hpp"
#include "programs/temporary_folder.hpp"
#include "race/demonstration.hpp"
#include "race/histogram.hpp"
#include "race/machine.hpp"
#include "race/page.hpp"
#include "terminal/terminal.hpp"
#include "terminal/text.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iterator>

namespace fs = std::filesystem;

namespace workbook {

namespace {

volatile sig_atomic_t signal_that_came = 0;

void note_signal(int number) { signal_that_came = number; }

bool interrupted() { return signal_that_came != 0; }

// The program that the machine runs, built as students' programs are.
fs::path built(const Demonstration& demonstration, const fs::path& folder) {
  const fs::path& source = demonstration.machine.source;
  if (demonstration.lesson.empty()) {
    return interleave::compile_for_this_machine(source, place::root() / "common", folder);
  }
  const std::string stem = source.stem();
  build_or_fail(demonstration.lesson + " " + stem, {demonstration.lesson + "_" + stem});
  return place::build() / "lessons" / demonstration.lesson / stem;
}

void print_machine(const Demonstration& demonstration, const Shown& shown) {
  const bool utf8 = look_of_terminal().utf8;
  fmt::print("{} on this machine: {}\n\n", bold(demonstration.title), plain(shown.command, 60, utf8));
  fmt::print("{}\n", histogram(shown.tally.bars(), utf8, shown.tally.wrong() > 0));
  fmt::print("{}{}\n", shown.tally.summary(), shown.cut_short.empty() ? "" : "; " + shown.cut_short);
  std::fflush(stdout);
}

Command explorer(const Demonstration& demonstration, const RaceRequest& request, const fs::path& json) {
  Command command{
      place::build() / "interleave",
      {"run", fs::proximate(demonstration.small), "--time", fmt::format("{}", request.seconds), "--json", json}};
  std::vector<std::string>& words = command.arguments;
  if (request.replay) words.insert(words.end(), {"--replay", *request.replay});
  if (request.step) words.emplace_back("--step");
  words.emplace_back("--");
  words.insert(words.end(), demonstration.small_arguments.begin(), demonstration.small_arguments.end());
  return command;
}

// Else the walk would hide the histogram before anybody has read it.
void wait_for_return_key() {
  if (isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0) return;
  fmt::print("\nPress Return to go on, step by step.");
  std::fflush(stdout);
  char key = 0;
  while (!interrupted() && read(STDIN_FILENO, &key, 1) == 1 && key != '\n') {
  }
}

void write_page(const std::string& file, const Demonstration& demonstration, const std::optional<Shown>& shown,
                const std::string& report) {
  // A misspelt folder is to be told, not made.
  const fs::path folder = fs::path(file).parent_path();
  if (!folder.empty() && !fs::is_directory(folder)) throw Failure(fmt::format("cannot write {}: no such folder", file));
  write_file(file, race_page(demonstration, shown, report));
  fmt::print("\nwrote {}: open it in a browser, then step with the arrow keys\n", file);
}

int demonstrate(const RaceRequest& request) {
  const Demonstration demonstration = demonstration_of(request.what, request.arguments);
  const TemporaryFolder folder;
  std::optional<Shown> shown;
  const bool runs_wanted = request.runs ? *request.runs > 0 : !request.replay;
  if (runs_wanted) {
    const fs::path program = built(demonstration, folder.path());
    shown = run_on_the_machine(demonstration.machine, program, request.runs, interrupted);
    if (interrupted()) return kExitMisuse;
    print_machine(demonstration, *shown);
    if (request.step) wait_for_return_key();
    if (interrupted()) return kExitMisuse;
  }
  build_or_fail("the explorer", {"interleave_command"});
  if (shown) fmt::print("\n{} in every order of its steps\n", bold(demonstration.small.filename().string()));
  std::fflush(stdout);
  const fs::path json = folder.path() / "report.json";
  const int exit_code = run_in_place(explorer(demonstration, request, json));
  if (interrupted()) return exit_code;
  if (request.page) write_page(*request.page, demonstration, shown, read_file(json));
  return shown && shown->tally.wrong() > 0 ? kExitWrong : exit_code;
}

}  // namespace

int race(const RaceRequest& request) {
  signal_that_came = 0;
  int exit_code = kExitMisuse;
  {
    const EndingSignals signals(note_signal);
    try {
      exit_code = demonstrate(request);
    } catch (const Failure&) {
      if (!interrupted()) throw;  // Else it is a consequence: a compiler that broke off.
    }
  }
  // What was temporary is gone: the signal may now do what it does without us.
  if (interrupted()) raise(signal_that_came);
  return exit_code;
}

}  // namespace workbook
