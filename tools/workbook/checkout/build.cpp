// tools/workbook/checkout/build.cpp: see build.hpp.
#include "checkout/build.hpp"

#include "checkout/file_lock.hpp"
#include "checkout/place.hpp"
#include "programs/failure.hpp"
#include "programs/programs.hpp"
#include "terminal/terminal.hpp"

#include <fmt/core.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace fs = std::filesystem;

namespace workbook {

namespace {

// Ninja does not survive another ninja in the same folder. The script ./workbook takes the same lock.
fs::path ready_build_lock() {
  std::error_code ignored;
  fs::create_directories(place::build_lock().parent_path(), ignored);
  return place::build_lock();
}

// "[3/12] Building ..." is ninja's progress; anything else is what a compiler says.
bool is_progress(const std::string& line) { return line.starts_with("[") && line.find('/') < line.find(']'); }

std::string progress_text(const std::string& what, const std::string& line) {
  return fmt::format("building {} {}", what, line.substr(0, line.find(']') + 1));
}

// In a file or a log, where no line can be written over, one step in fifty is shown.
bool is_milestone(const std::string& line) { return std::atoi(line.c_str() + 1) % 50 == 49; }

}  // namespace

Built build(const std::string& what, const std::vector<std::string>& targets, const std::function<void()>& before,
            const std::function<void()>& after) {
  const FileLock lock(ready_build_lock());
  if (before) before();
  Command command{place::cmake(), {"--build", place::build()}};
  if (!targets.empty()) command.arguments.push_back("--target");
  command.arguments.insert(command.arguments.end(), targets.begin(), targets.end());
  Built built;
  ProgressLine progress;
  const int exit_code = run(command, [&](const std::string& line) {
    if (is_progress(line)) {
      progress.show(progress_text(what, line));
      if (!progress.visible() && is_milestone(line)) fmt::print(stderr, "{}\n", progress_text(what, line));
    } else {
      built.output += line + '\n';
    }
  });
  built.good = exit_code == 0;
  if (built.good && after) after();
  return built;
}

void build_or_fail(const std::string& what, const std::vector<std::string>& targets) {
  const Built built = build(what, targets);
  if (!built.good) throw Failure(fmt::format("cannot build {}:\n{}", what, built.output));
}

std::string commands_that_build(const std::string& target) {
  const Finished finished = run({place::ninja(), {"-C", place::build(), "-t", "commands", target}});
  if (finished.exit_code != 0) throw Failure(fmt::format("cannot tell how {} is built:\n{}", target, finished.output));
  return finished.output;
}

}  // namespace workbook
