// tools/interleave/command/run.cpp: see command.hpp.
#include "interleave/command/command.hpp"

#include "interleave/command/show_progress.hpp"
#include "interleave/report/json.hpp"
#include "interleave/report/message.hpp"
#include "interleave/report/stepper.hpp"
#include "interleave/report/table.hpp"
#include "programs/failure.hpp"
#include "programs/signals.hpp"
#include "programs/temporary_folder.hpp"
#include "programs/words.hpp"
#include "terminal/terminal.hpp"

#include <fmt/core.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>

namespace interleave {

namespace {

namespace fs = std::filesystem;

int exit_code_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::proved:
    case Verdict::nothing_found:
      return kExitPassed;
    case Verdict::fails:
      return kExitFails;
    case Verdict::not_done:
      return kExitNotDone;
    default:
      return kExitMisuse;
  }
}

void write_json(const Story& story, const std::string& file) {
  if (file.empty()) return;
  if (file == "-") {
    std::cout << as_json(story) << '\n';
    return;
  }
  std::ofstream out(file);
  out << as_json(story) << '\n';
  out.close();
  if (!out) throw workbook::Failure(fmt::format("cannot write {}", file));
}

std::string coloured_verdict(const Story& story, const Look& look) {
  std::string line = verdict_line(story);
  switch (exit_code_of(honest_verdict(story.report))) {
    case kExitPassed:
      return green(line, look);
    case kExitFails:
      return red(line, look);
    default:
      return line;
  }
}

void print_printed(const Report& report, const Look& look) {
  if (report.printed.empty()) return;
  fmt::print("\n{}\n{}", bold("printed in this schedule", look), report.printed);
  if (!report.printed.ends_with('\n')) fmt::print("\n");
}

// The failure as message and table; nothing for a program that passes.
void print_failure(const Story& story, const Options& options, const Sources& sources, const Look& look) {
  const bool stepped = options.step && !story.moments.empty() && step_through(story, sources, look);
  if (options.step && !stepped) fmt::print(stderr, "interleave: --step wants a terminal; here is the table\n");
  if (!stepped && !story.moments.empty()) fmt::print("{}\n", table(story, look));
  if (story.report.failure) {
    fmt::print("{}", format(explain(story, options.again), options.file.filename().string(), look));
  }
  print_printed(story.report, look);
}

void print_report(const Story& story, const Options& options, const Sources& sources) {
  const Look look = workbook::look_of_terminal();
  const Verdict verdict = honest_verdict(story.report);
  fmt::print("{}\n", coloured_verdict(story, look));
  if (options.quiet) return;
  if (verdict == Verdict::fails || (options.request.replay && verdict == Verdict::nothing_found)) {
    fmt::print("\n");
    print_failure(story, options, sources, look);
  }
  fmt::print("{}", remarks(story, look));
}

// Where a program did not write a single record, it was none of ours.
void check_that_it_reports(const Explored& explored, const fs::path& program) {
  if (explored.records > 0) return;
  throw workbook::Failure(
      fmt::format("{} does not report: it is not linked with libinterleave.so (CMake: interleave_add_executable; or "
                  "give its source "
                  "file)",
                  program.string()));
}

Explored explore_with_progress(const Request& request) {
  ShowProgress progress(request.seconds);
  return explore(request, [&](const Progress& at) { progress.show(at); });
}

// A compiler that is interrupted ends by itself; what is temporary is then removed on the way out.
volatile sig_atomic_t signal_that_came = 0;

void note_signal(int number) { signal_that_came = number; }

int report_on(const Options& options, const Toolchain& toolchain) {
  if (!fs::is_regular_file(options.file)) {
    throw workbook::Failure(fmt::format("got '{}', wanted a source file or a program", options.file.string()));
  }
  std::unique_ptr<workbook::TemporaryFolder> folder;
  Request request = options.request;
  request.program = options.file;
  if (is_source(options.file)) {
    folder = std::make_unique<workbook::TemporaryFolder>();
    request.program = compile(options.file, workbook::split_words(options.flags), toolchain, folder->path());
  }
  if (signal_that_came != 0) throw Interrupted{signal_that_came};
  const Explored explored = explore_with_progress(request);
  if (explored.interrupted_by != 0) throw Interrupted{explored.interrupted_by};
  check_that_it_reports(explored, options.file);

  const std::unique_ptr<Symbols> symbols = symbols_of(request.program);
  const Sources sources;
  const Story story = tell(explored.report, *symbols, sources, hidden_folders(toolchain.include.string()));
  write_json(story, options.json);
  if (options.json != "-") print_report(story, options, sources);
  return exit_code_of(honest_verdict(story.report));
}

}  // namespace

int run(const Options& options, const Toolchain& toolchain) {
  signal_that_came = 0;
  const workbook::EndingSignals signals(note_signal);
  int exit_code = kExitMisuse;
  try {
    exit_code = report_on(options, toolchain);
  } catch (const workbook::Failure&) {
    if (signal_that_came == 0) throw;  // else it is a consequence: a compiler that broke off
  }
  if (signal_that_came != 0) throw Interrupted{signal_that_came};
  return exit_code;
}

}  // namespace interleave
