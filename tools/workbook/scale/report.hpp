// tools/workbook/scale/report.hpp: what was measured, for a person to read. Pure: no globals, no I/O.
#pragma once

#include "scale/scaling.hpp"

#include <cstdint>
#include <string>

namespace workbook {

/// All that was measured of one program.
struct Scaling {
  std::string title;           ///< "02_threads, the solution"
  std::int64_t strips = 0;     ///< of each integral
  int processors = 1;          ///< that may work at once
  double sequential = 0;       ///< seconds of the sequential loop, the best of all rounds
  RoundsByWorkers times = {};  ///< with 1 worker among them; none without rounds
};

/// A row for each number of workers: best time, spread, speed-ups, efficiency.
std::string scaling_table(const Scaling& scaling);

/// The serial fraction, or why it can't be told, in a sentence or two.
std::string serial_fraction_text(const Scaling& scaling);

/// The best number of workers, in a sentence or two.
std::string best_workers_text(const RoundsByWorkers& times);

}  // namespace workbook
