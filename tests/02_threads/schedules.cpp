// tests/02_threads/schedules.cpp: two workers with a strip each, to be run in every order of their steps.
#include <exercise.hpp>

#include "judge/explored/explored.hpp"

namespace {

// Of x over [0, b], in values that are exact in binary.
void integrate_it(const judge::Facts& asked, judge::Facts& told) {
  const auto f = [](double x) { return x; };
  told.set("result", integrate(f, 0, asked.number("b"), asked.whole("strips"), asked.count("workers")));
}

}  // namespace

int main(int argc, char** argv) { return judge::run_explored(argc, argv, {{"integrate", integrate_it}}); }
