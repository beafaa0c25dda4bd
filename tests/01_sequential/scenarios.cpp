// tests/01_sequential/scenarios.cpp: what lesson 01's integrate() is put through.
#include <exercise.hpp>

#include "judge/subject/integrate_scenarios.hpp"

int main() {
  return judge::serve(judge::integrate_scenarios(
      [](judge::Function f, const judge::Call& call) { return integrate(f, call.a, call.b, call.strips); }));
}
