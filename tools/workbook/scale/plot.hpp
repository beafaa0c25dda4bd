// tools/workbook/scale/plot.hpp: speed-up against workers, drawn in letters for a terminal. Pure: no globals, no I/O.
#pragma once

#include "scale/report.hpp"

#include <optional>
#include <string>

namespace workbook {

/// A plot of `columns` by `rows` letters, axes and legend included: what was measured ("o"), Amdahl's law as fitted
/// ("-") and the ideal ("."). ASCII only, so that it looks the same in every terminal.
/// @param columns,rows  at least 30 by 8
/// @return              empty where fewer than two numbers of workers were measured
std::string speed_up_plot(const Scaling& scaling, int columns, int rows);

/// The serial fraction of the curve to draw; nothing where the law explains nothing.
std::optional<double> serial_to_draw(const Scaling& scaling);

/// The top of the speed-ups' axis. The ideal may leave the field: were it drawn to its end, little would be seen of
/// what was measured.
double highest_to_draw(const Scaling& scaling);

}  // namespace workbook
