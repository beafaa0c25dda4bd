// tools/jail/supervisor.hpp: the jail's half outside: starts a job on its rung, watches it, and leaves nothing of it.
#pragma once

#include "jail/job.hpp"
#include "jail/report.hpp"

namespace jail {

/// Runs the job to its end. The calling process becomes the one who adopts its orphans, so it should have no other
/// children.
/// @param rung  on which; job.rung is not looked at
/// @throws std::exception  where the fault is the jail's: a rung that does not work here, a program that can't be
/// started
Ended run(const Job& job, Rung rung, const Reports& reports);

}  // namespace jail
