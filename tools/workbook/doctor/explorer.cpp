// tools/workbook/doctor/explorer.cpp: whether the explorer works here, by having it find a race.
#include "checkout/build.hpp"
#include "checkout/place.hpp"
#include "doctor/probes.hpp"
#include "programs/failure.hpp"
#include "programs/programs.hpp"

#include <fmt/core.h>

namespace workbook {

namespace {

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

Finding probe_explorer() {
  Finding finding{"explorer", NeededBy::student, Health::works, "", "every order of threads' steps"};
  try {
    build_or_fail("the explorer", {"interleave_command"});
    const std::filesystem::path race = place::root() / "lessons" / "02_threads" / "demo_two_adds.cpp";
    const Finished told = run({place::build() / "interleave", {"run", race.string(), "--quiet", "--time", "10"}});
    const bool finds_it = told.exit_code == kExitWrong && told.output.find("race on total") != std::string::npos;
    finding.found = finds_it ? "finds the race of two threads" : first_line(told.output);
    if (finds_it) return finding;
  } catch (const Failure& failure) {
    finding.found = first_line(failure.what());
  }
  finding.health = Health::missing;
  finding.mend = "./workbook interleave run lessons/02_threads/demo_two_adds.cpp   (says more)";
  return finding;
}

}  // namespace workbook
