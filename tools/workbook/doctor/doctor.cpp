// tools/workbook/doctor/doctor.cpp: the command `doctor`: what works here, what doesn't, and what mends it.
#include "checkout/place.hpp"
#include "commands/commands.hpp"
#include "doctor/finding.hpp"
#include "doctor/probes.hpp"
#include "programs/failure.hpp"
#include "terminal/terminal.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <string>
#include <vector>

namespace workbook {

namespace {

constexpr std::size_t kColumns = 80;

std::vector<Finding> all_findings() {
  std::vector<Finding> findings = probe_packages(place::root() / "tools" / "packages.txt");
  const std::vector<Finding> folders = probe_folders();
  findings.insert(findings.end(), folders.begin(), folders.end());
  for (const auto probe : {probe_explorer, probe_standstill, probe_limits, probe_processors, probe_inotify,
                           probe_terminal, probe_ptrace, probe_shared_memory}) {
    findings.push_back(probe());
  }
  const std::vector<Finding> rungs = probe_rungs();
  findings.insert(findings.end(), rungs.begin(), rungs.end());
  return findings;
}

std::string coloured(const Finding& finding) {
  const std::string text = finding_text(finding, kColumns);
  const std::string word = word_for(finding.health);
  if (finding.health == Health::works) return green(word) + text.substr(word.size());
  return (finding.health == Health::missing ? red(word) : bold(word)) + text.substr(word.size());
}

void show_group(const std::string& title, NeededBy who, const std::vector<Finding>& findings) {
  fmt::print("{}\n", bold(title));
  for (const Finding& finding : findings) {
    if (finding.needed_by == who) fmt::print("{}", coloured(finding));
  }
  fmt::print("\n");
}

void show_summary(const std::vector<Finding>& findings) {
  std::vector<std::string> missing;
  for (const Finding& finding : findings) {
    if (finding.needed_by == NeededBy::student && finding.health == Health::missing) missing.push_back(finding.name);
  }
  if (missing.empty()) {
    fmt::print("Everything that a student needs works here.\n");
  } else {
    fmt::print("A student still needs: {}\n", fmt::join(missing, ", "));
  }
}

}  // namespace

int doctor(bool json) {
  const std::vector<Finding> findings = all_findings();
  if (json) {
    fmt::print("{}", findings_json(findings));
  } else {
    show_group("What a student needs", NeededBy::student, findings);
    show_group("What an instructor may want besides", NeededBy::instructor, findings);
    show_group("What maintainers and CI need besides", NeededBy::maintainer, findings);
    show_summary(findings);
  }
  return good_enough_for_a_student(findings) ? kExitGood : kExitWrong;
}

}  // namespace workbook
