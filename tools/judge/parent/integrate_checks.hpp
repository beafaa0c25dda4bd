// tools/judge/parent/integrate_checks.hpp: what every lesson's integrate() must do, whichever way it shares its work.
// Each function is one claim; a lesson's checks.cpp makes tests of those that its chapter promises.
#pragma once

#include "judge/parent/subject.hpp"
#include "judge/protocol.hpp"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace judge {

/// A call of integrate() whose answer is known: the integrand is a polynomial of degree 3 at most.
struct KnownIntegral {
  double a = 0;
  double b = 10;
  std::int64_t strips = 1000;
  int workers = 1;
  std::vector<double> coefficients{0, 0, 1};  ///< the constant first; x*x unless said otherwise

  double f(double x) const;
  double exact() const;
  /// How far the midpoint rule may be off: |b-a|^3 / (24 strips^2) * max|f''| by Taylor's theorem, a millionth more
  /// of that, and 1e-10 of the value (of 1, if that is larger) for rounding.
  double allowed_error() const;
  Facts facts() const;
};

/// Which goes first when a thread is created. Only `any` is a matter of luck.
enum class Start {
  any,    ///< as the system likes it
  early,  ///< the new thread, until it ends or waits: a result that comes out wrong here is wrong in itself
  late,   ///< its creator, until it waits: a result that comes out wrong only here depends on the order
};

/// How an integrate() is called and which hole of the exercise it fills.
struct Integrator {
  std::string hole;
  bool has_workers = true;
  Start start = Start::any;  ///< where values and samples are asked for; late starts and free runs choose their own
  Limits limits{};           ///< of each call; less than the default where a deadlock is a likely answer
};

/// An error in few digits, for a message.
std::string rounded(double value);

/// How the call would be written in the exercise: "integrate(f, 0, 10, 1000, 4) with f(x) = x*x".
std::string describe(const Integrator& integrator, const KnownIntegral& call);

/// A call with everything drawn at random: interval, integrand, strips (at least 100 for each worker), workers.
KnownIntegral draw_call(std::mt19937_64& source, const Integrator& integrator);

/// x*x over [0, 10] is 1000/3 within the rule's error, for 1, 2, 3, 4 and 7 workers.
void check_known_value(const Integrator& integrator);
/// The same for other functions, intervals and numbers of strips, drawn from the seed.
void check_drawn_values(const Integrator& integrator);
/// Bounds in the other order change the sign, equal bounds give 0.
void check_direction(const Integrator& integrator);
/// Fewer strips than workers.
void check_more_workers_than_strips(const Integrator& integrator);
/// f is called once for each strip, at its midpoint, also where strips don't divide evenly among the workers.
void check_samples(const Integrator& integrator);
/// What is right where every thread starts early is right, too, where every thread starts as late as it can.
void check_late_starts(const Integrator& integrator);
/// What is right where every thread starts early is right, too, where threads run as they like. A run that comes out
/// right proves little, so this check is a net below the others.
void check_free_runs(const Integrator& integrator);
/// `workers` workers are inside f at once, for 1, 2, 3 and 7 of them.
void check_workers_at_once(const Integrator& integrator);
/// Every thread that was started has been joined, none was detached.
void check_nothing_left(const Integrator& integrator);
/// Impossible arguments throw std::invalid_argument that names the argument.
void check_refusals(const Integrator& integrator);

}  // namespace judge
