// lessons/05_signaling/main.cpp: the lesson's program, chunks and parts that pass through queues.
#include <exercise.hpp>

#include <workbook/program.hpp>

int main(int argc, char** argv) {
  return workbook::run_program(argc, argv, "05_signaling", workbook::Workers::tunable, [](const workbook::Problem& p) {
    return integrate(workbook::square, p.a, p.b, p.strips, p.workers);
  });
}
