// lessons/02_threads/main.cpp: the lesson's program, several threads that share nothing.
#include <exercise.hpp>

#include <workbook/program.hpp>

int main(int argc, char** argv) {
  return workbook::run_program(argc, argv, "02_threads", workbook::Workers::tunable, [](const workbook::Problem& p) {
    return integrate(workbook::square, p.a, p.b, p.strips, p.workers);
  });
}
