// tools/workbook/scale/measure.hpp: runs a lesson's program with one number of workers after the other.
#pragma once

#include "scale/report.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// What to measure.
struct Measurement {
  std::filesystem::path program;
  std::int64_t strips = 0;
  std::vector<int> workers;
  int rounds = 1;
};

/// How measuring ended, and what there is by then.
struct Measured {
  double sequential = 0;  ///< see Scaling
  RoundsByWorkers times;
  double error = 0;          ///< the largest of all results
  bool interrupted = false;  ///< by Ctrl-C
  int exit_code = 0;         ///< of the run that ended the measuring; 0 where none did
  std::string complaint;     ///< what that run printed
};

/// Each round runs the program once with each number of workers, so that a machine whose speed drifts treats all alike.
/// Shows what it does and how long it will still take. Ctrl-C ends it.
Measured measure(const std::string& title, const Measurement& wanted);

/// What one run said of itself, in seconds.
struct Reported {
  double time = 0;
  double sequential = 0;
  double error = 0;
};
/// @param output  as common/workbook/program.hpp prints it
/// @throws std::runtime_error  where a value is missing
Reported reported_in(const std::string& output);

}  // namespace workbook
