// tools/workbook/scale/svg.cpp: see svg.hpp.
#include "scale/svg.hpp"

#include "programs/failure.hpp"
#include "programs/programs.hpp"
#include "programs/temporary_folder.hpp"
#include "scale/plot.hpp"

#include <fmt/core.h>

#include <fstream>
#include <optional>
#include <system_error>

namespace fs = std::filesystem;

namespace workbook {

void require_svg(const fs::path& file) {
  if (!find_program("gnuplot")) {
    throw Failure("--svg needs gnuplot, and there is none; Debian's package gnuplot-nox has it");
  }
  const fs::path folder = fs::absolute(file).parent_path();
  if (!fs::is_directory(folder)) {
    throw Failure(fmt::format("cannot write {}: there is no folder {}", file.string(), folder.string()));
  }
}

namespace {

// workers, speed-up by the best round, speed-up by the median
std::string data_lines(const RoundsByWorkers& times) {
  const double alone = best_of(times.at(1));
  std::string data;
  for (const auto& [workers, rounds] : times) {
    data += fmt::format("{} {:.6g} {:.6g}\n", workers, alone / best_of(rounds), alone / median_of(rounds));
  }
  return data;
}

std::string law_to_plot(const Scaling& scaling) {
  const auto serial = serial_to_draw(scaling);
  if (!serial) return "";
  return fmt::format(
      R"gnuplot(1/({0:.6g} + (1 - {0:.6g})/x) title "Amdahl, serial fraction {1:.1f} %" with lines lc rgb "#d55e00" lw 2, )gnuplot",
      *serial, *serial * 100);
}

// Where it starts and ends, and what is written on it.
std::string axes(const Scaling& scaling) {
  const int most = scaling.times.rbegin()->first;
  const double margin = 0.05 * (most - 1) + 0.05;
  return fmt::format(R"gnuplot(set title "{}: {:g} million strips, {} {}"
set xlabel "workers (number)"
set ylabel "speed-up (times as fast as 1 worker)"
set xrange [{:.6g}:{:.6g}]
set yrange [0:{:.6g}]
)gnuplot",
                     scaling.title, static_cast<double>(scaling.strips) / 1e6, scaling.processors,
                     scaling.processors == 1 ? "processor" : "processors", 1 - margin, most + margin,
                     highest_to_draw(scaling));
}

}  // namespace

std::string gnuplot_script(const Scaling& scaling, const std::string& svg) {
  return fmt::format(R"gnuplot(set terminal svg size 720,480 font "sans-serif,14" background "white" noenhanced
set output "{}"
$measured << END
{}END
{}set xtics {} nomirror
set ytics nomirror
set key below
set grid lc rgb "#dddddd"
set samples 400
plot x title "ideal" with lines dt 2 lc rgb "#888888", \
  {}$measured using 1:2:3:2 title "best round, down to the median" with yerrorbars pt 7 ps 0.8 lc rgb "#0072b2"
)gnuplot",
                     svg, data_lines(scaling.times), axes(scaling),
                     scaling.times.rbegin()->first <= 16 ? "1" : "autofreq", law_to_plot(scaling));
}

void draw_svg(const Scaling& scaling, const fs::path& file) {
  const TemporaryFolder folder;
  const fs::path drawn = folder.path() / "plot.svg";
  const fs::path script = folder.path() / "plot.gnuplot";
  std::ofstream(script) << gnuplot_script(scaling, drawn.string());
  const Finished finished = run({find_program("gnuplot").value_or("gnuplot"), {script.string()}});
  if (finished.exit_code != 0) throw Failure(fmt::format("gnuplot failed:\n{}", finished.output));
  std::error_code error;
  fs::path half_written = file;
  half_written += ".new";
  fs::copy_file(drawn, half_written, fs::copy_options::overwrite_existing, error);
  if (!error) fs::rename(half_written, file, error);
  if (error) throw Failure(fmt::format("cannot write {}: {}", file.string(), error.message()));
}

}  // namespace workbook
