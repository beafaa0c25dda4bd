// tools/workbook/scale/svg.hpp: the plot as a file, drawn by gnuplot.
#pragma once

#include "scale/report.hpp"

#include <filesystem>
#include <string>

namespace workbook {

/// @throws Failure  naming the package, where there is no gnuplot, or the folder, where it can't hold the file
void require_svg(const std::filesystem::path& file);

/// The script that has gnuplot draw the measured points with their spread, the ideal, and Amdahl's law as fitted.
/// @param svg  the file that gnuplot writes; without quotes or backslashes
std::string gnuplot_script(const Scaling& scaling, const std::string& svg);

/// Writes the file, whole or not at all.
/// @throws Failure  with what gnuplot said
void draw_svg(const Scaling& scaling, const std::filesystem::path& file);

}  // namespace workbook
