// tools/jail/supervisor.hpp: the jail's half outside: starts a job on its rung, watches it, and leaves nothing of it.
#pragma once

#include "jail/job.hpp"
#include "jail/report.hpp"

#include <stdexcept>

namespace jail {

/// A signal to the jail itself, such as SIGTERM, ended the job. All of it has been cleared away.
class Interrupted : public std::runtime_error {
 public:
  explicit Interrupted(int number) : std::runtime_error("interrupted"), number_(number) {}
  int number() const { return number_; }

 private:
  int number_;
};

/// Runs the job to its end. The calling process becomes the one who adopts its orphans, so it should have no other
/// children.
/// @param rung  on which; job.rung is not looked at
/// @throws std::exception  where the fault is the jail's: a rung that does not work here, a program that can't be
/// started
Ended run(const Job& job, Rung rung, const Reports& reports);

}  // namespace jail
