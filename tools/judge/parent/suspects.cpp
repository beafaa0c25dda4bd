// tools/judge/parent/suspects.cpp: see suspects.hpp.
#include "judge/parent/suspects.hpp"

#include "judge/parent/integrate_checks.hpp"

#include <cmath>
#include <vector>

namespace judge {

namespace {

struct Candidate {
  double value;
  Suspect suspect;
};

// Strips first to last - 1, sampled at `offset` of a strip from its left end.
double rule(const KnownIntegral& call, double offset, std::int64_t first, std::int64_t last) {
  const double dx = (call.b - call.a) / static_cast<double>(call.strips);
  double sum = 0;
  for (std::int64_t i = first; i < last; ++i) sum += call.f(call.a + (static_cast<double>(i) + offset) * dx);
  return sum * dx;
}

double midpoints_from_zero(const KnownIntegral& call) {
  KnownIntegral from_zero = call;
  from_zero.a = 0;
  from_zero.b = call.b - call.a;
  return rule(from_zero, 0.5, 0, call.strips);
}

double all_but_the_remainder(const KnownIntegral& call) {
  return rule(call, 0.5, 0, call.strips / call.workers * call.workers);
}

double trapezoids(const KnownIntegral& call) {
  return (rule(call, 0, 0, call.strips) + rule(call, 1, 0, call.strips)) / 2;
}

// The sum in a float, with each sample times the width or with the sum times the width.
double summed_in_float(const KnownIntegral& call, bool width_at_the_end) {
  const double dx = (call.b - call.a) / static_cast<double>(call.strips);
  float sum = 0;
  for (std::int64_t i = 0; i < call.strips; ++i) {
    const double y = call.f(call.a + (static_cast<double>(i) + 0.5) * dx);
    sum = static_cast<float>(sum + (width_at_the_end ? y : y * dx));
  }
  return width_at_the_end ? sum * dx : sum;
}

Suspect why_zero(const Integrator& integrator) {
  if (integrator.has_workers) {
    return {"nothing was added up, or the sum was read before anybody added to it",
            "join the workers before you read their parts"};
  }
  return {"nothing was added up, or the width is 0: whole numbers divide to a whole number, and 1 / strips is 0",
          "divide by static_cast<double>(strips)"};
}

const Suspect kFloat{"so small an error comes from rounding: a float keeps 7 digits, and a long sum loses some of them",
                     "keep the sum in a double"};

std::vector<Candidate> candidates(const Integrator& integrator, const KnownIntegral& call) {
  return {
      {all_but_the_remainder(call),
       {"the strips that were left over when strips was divided by workers are missing",
        "deal the remainder out: workbook::chunk_of() does"}},
      {0, why_zero(integrator)},
      {call.workers * rule(call, 0.5, 0, call.strips),
       {"that is the integral times the number of workers: each of them added up all the strips",
        "let each worker add up its own chunk only"}},
      {rule(call, 0, 0, call.strips),
       {"that is the left rule: f at each strip's left end", "sample each strip in its middle, at a + (i + 0.5) * dx"}},
      {rule(call, 1, 0, call.strips),
       {"that is the right rule: f at each strip's right end",
        "sample each strip in its middle, at a + (i + 0.5) * dx"}},
      {rule(call, 0.5, 0, call.strips + 1),
       {"one strip too many was added, the one behind b", "let the loop run while i < strips"}},
      {rule(call, 0.5, 0, call.strips - 1), {"the last strip is missing", "let the loop run while i < strips"}},
      {rule(call, 0.5, 1, call.strips), {"the first strip is missing", "let the loop begin at 0"}},
      {midpoints_from_zero(call),
       {"that is the integral over an interval of the same length that begins at 0: a was not added",
        "sample strip i at a + (i + 0.5) * dx"}},
      {trapezoids(call),
       {"that is the trapezoidal rule: f at both ends of each strip", "sample each strip once, in its middle"}},
      {summed_in_float(call, true), kFloat},
      {summed_in_float(call, false), kFloat},
      {-rule(call, 0.5, 0, call.strips),
       {"the sign is wrong", "keep dx = (b - a) / strips as it is, negative where b < a"}},
      {1000.0 / 3, {"1000/3 is the answer to another question", "use f, a, b and strips"}},
  };
}

}  // namespace

Suspect likeliest_suspect(const Integrator& integrator, const KnownIntegral& call, double got) {
  for (const Candidate& candidate : candidates(integrator, call)) {
    if (std::abs(got - candidate.value) <= 1e-9 * (1 + std::abs(candidate.value))) return candidate.suspect;
  }
  const double share = got / call.exact();
  if (share > 0 && share < 0.999) {
    return {"a part of the sum is missing", "check that every part is added once, and after it is complete"};
  }
  return {"", "compare the sum over few strips, say 2, with one worked out by hand"};
}

}  // namespace judge
