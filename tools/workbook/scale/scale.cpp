// tools/workbook/scale/scale.cpp: the command `scale`: one program, more and more workers.
#include "checkout/lesson_program.hpp"
#include "checkout/lessons.hpp"
#include "commands/commands.hpp"
#include "machine/processors.hpp"
#include "programs/failure.hpp"
#include "scale/measure.hpp"
#include "scale/plot.hpp"
#include "scale/report.hpp"
#include "scale/svg.hpp"
#include "terminal/terminal.hpp"

#include <fmt/core.h>

#include <cmath>

namespace workbook {

namespace {

constexpr int kPlotColumns = 72;
constexpr int kPlotRows = 10;

// The midpoint rule's own error, and as much of rounding as the checks grant.
double allowed_error(std::int64_t strips) {
  const double rule = 2 * 1000.0 / 24 / static_cast<double>(strips) / static_cast<double>(strips);
  return rule * (1 + 1e-6) + 1e-10 * 1000 / 3;
}

std::string heading(const Scaling& scaling, int rounds) {
  return fmt::format("{}: {:g} million strips, {} {}, {} {}\n\n", scaling.title,
                     static_cast<double>(scaling.strips) / 1e6, rounds, rounds == 1 ? "round" : "rounds",
                     scaling.processors, scaling.processors == 1 ? "processor" : "processors");
}

void show(const Scaling& scaling, int rounds) {
  fmt::print("{}{}\n{}\n{}{}", heading(scaling, rounds), scaling_table(scaling),
             speed_up_plot(scaling, kPlotColumns, kPlotRows), best_workers_text(scaling.times),
             serial_fraction_text(scaling));
}

// Only that can be seen from here: the same work took much longer in half of the rounds.
void warn_of_a_busy_machine(const std::vector<double>& alone) {
  const double slower = median_of(alone) / best_of(alone) - 1;
  if (slower < 0.1) return;
  fmt::print("In half of the rounds 1 worker took {:.0f} % longer: the machine is busy.\n", slower * 100);
}

void warn_of_wrong_results(const Measured& measured, const Lesson& lesson, std::int64_t strips) {
  if (measured.error <= allowed_error(strips)) return;
  fmt::print("{} was off by {:.2g}: these are times of a wrong answer (./workbook check {} tells why).\n",
             red("The result"), measured.error, lesson.number);
}

// 2 and 3 mean the same here as in the program; what crashed is wrong.
int exit_code_for(int program) { return program == kExitMisuse || program == kExitNotDone ? program : kExitWrong; }

int report(const Measured& measured, const Scaling& scaling, const ScaleRequest& request, const Lesson& lesson) {
  if (!measured.times.empty()) {
    show(scaling, request.rounds);
    warn_of_wrong_results(measured, lesson, request.strips);
    warn_of_a_busy_machine(scaling.times.at(1));
    if (request.svg) {
      draw_svg(scaling, *request.svg);
      fmt::print("Drawn in {}\n", *request.svg);
    }
  }
  if (measured.interrupted) {
    fmt::print(stderr, "workbook: stopped; {}\n",
               measured.times.empty() ? "nothing was measured" : "that is what was measured so far");
    return kExitInterrupted;
  }
  if (measured.exit_code == 0) return kExitGood;
  fmt::print(stderr, "{}", measured.complaint);
  return exit_code_for(measured.exit_code);
}

}  // namespace

int scale(const ScaleRequest& request) {
  const Lesson lesson = lesson_named(request.lesson);
  if (request.svg) require_svg(*request.svg);
  const auto program = build_lesson_program(lesson, request.solution);
  if (!program) return kExitWrong;
  if (!takes_workers(*program)) {
    fmt::print("{} has no workers: its one loop takes the same time on any number of processors.\n", lesson.name);
    return kExitGood;
  }
  const int usable = processors().usable();
  const std::string title = lesson.name + (request.solution ? ", the solution" : ", your work");
  const Measurement wanted{*program, request.strips, worker_counts(request.most.value_or(2 * usable), usable),
                           request.rounds};
  const Measured measured = measure(title, wanted);
  return report(measured, {title, request.strips, usable, measured.sequential, measured.times}, request, lesson);
}

}  // namespace workbook
