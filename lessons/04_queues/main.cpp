// lessons/04_queues/main.cpp: the lesson's program, threads that hand their parts over through a queue.
#include <exercise.hpp>

#include <workbook/program.hpp>

int main(int argc, char** argv) {
  return workbook::run_program(argc, argv, "04_queues", workbook::Workers::tunable, [](const workbook::Problem& p) {
    return integrate(workbook::square, p.a, p.b, p.strips, p.workers);
  });
}
