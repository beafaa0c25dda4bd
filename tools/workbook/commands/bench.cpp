// tools/workbook/commands/bench.cpp: the command `bench`: builds the benchmarks as a release and runs them one after
// the other.
#include "checkout/build.hpp"
#include "checkout/place.hpp"
#include "commands/commands.hpp"
#include "programs/failure.hpp"
#include "programs/programs.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>

namespace fs = std::filesystem;

namespace workbook {

namespace {

void run_or_fail(const Command& command) {
  const Finished finished = run(command);
  if (finished.exit_code != 0) throw Failure(fmt::format("cannot build the benchmarks:\n{}", finished.output));
}

bool is_program(const fs::directory_entry& entry) {
  return entry.is_regular_file() && (entry.status().permissions() & fs::perms::owner_exec) != fs::perms::none;
}

std::vector<fs::path> programs_in(const fs::path& folder) {
  std::vector<fs::path> programs;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (is_program(entry)) programs.push_back(entry.path());
  }
  std::ranges::sort(programs);
  return programs;
}

}  // namespace

int bench(const std::vector<std::string>& arguments) {
  build_or_fail("what benchmarks run", {"interleave_command", "03_locks_checks"});
  // A tree of its own: students' builds keep their debug information, benchmarks are built for speed alone.
  const fs::path tree = place::root() / "build" / "release";
  fmt::print(stderr, "building the benchmarks ...\n");
  run_or_fail({place::cmake(), {"-S", place::root(), "--preset", "release"}});
  run_or_fail({place::cmake(), {"--build", tree, "--target", "benchmarks"}});
  for (const fs::path& program : programs_in(tree / "benchmarks")) {
    const int exit_code = run_in_place({program, arguments});
    if (exit_code != 0) return exit_code;
  }
  return kExitGood;
}

}  // namespace workbook
