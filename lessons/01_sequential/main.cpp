// lessons/01_sequential/main.cpp: the lesson's program, one thread and one loop.
#include <exercise.hpp>

#include <workbook/program.hpp>

int main(int argc, char** argv) {
  return workbook::run_program(argc, argv, "01_sequential", workbook::Workers::none, [](const workbook::Problem& p) {
    return integrate(workbook::square, p.a, p.b, p.strips);
  });
}
