// lessons/03_locks/main.cpp: the lesson's program, several threads that add to one sum.
#include <exercise.hpp>

#include <workbook/program.hpp>

int main(int argc, char** argv) {
  return workbook::run_program(argc, argv, "03_locks", workbook::Workers::tunable, [](const workbook::Problem& p) {
    return integrate(workbook::square, p.a, p.b, p.strips, p.workers);
  });
}
