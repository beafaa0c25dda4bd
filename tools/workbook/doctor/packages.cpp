// tools/workbook/doctor/packages.cpp: the packages of tools/packages.txt, by the same proofs that the script ./workbook
// takes.
#include "doctor/probes.hpp"
#include "programs/programs.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <fstream>
#include <regex>
#include <sstream>

namespace fs = std::filesystem;

namespace workbook {

namespace {

// The file that shows that the package is there: the program that PROOF names, or the first of its files.
std::optional<fs::path> proof_of(const std::string& proof) {
  if (!proof.starts_with("/")) return find_program(proof);
  std::istringstream files(proof);
  for (std::string file; std::getline(files, file, '|');) {
    if (fs::exists(file)) return file;
  }
  return std::nullopt;
}

// A program tells its version itself; of other packages Debian's lists know it.
std::string version_of(const std::string& package, const fs::path& proof, bool is_program) {
  if (is_program) return version_in(run({proof, {"--version"}}).output);
  const auto lists = find_program("dpkg-query");
  if (!lists) return "";
  const Finished told = run({*lists, {"-W", "-f=${Version}", package}});
  return told.exit_code == 0 ? version_in(told.output) : "";
}

NeededBy needed_by(const std::string& group) {
  if (group == "student") return NeededBy::student;
  return group == "grader" ? NeededBy::instructor : NeededBy::maintainer;
}

Finding probe_package(const std::string& group, const std::string& package, const std::string& proof,
                      const std::string& needed_for) {
  const NeededBy who = needed_by(group);
  const auto there = proof_of(proof);
  if (!there) return {package, who, Health::missing, "", needed_for, as_root("apt-get install " + package)};
  const std::string version = version_of(package, *there, !proof.starts_with("/"));
  return {package, who, Health::works, version.empty() ? there->string() : version, needed_for};
}

}  // namespace

std::string as_root(const std::string& command) { return (geteuid() == 0 ? "" : "sudo ") + command; }

std::string version_in(const std::string& text) {
  static const std::regex number(R"(\d+(\.\d+)+)");
  std::smatch found;
  return std::regex_search(text, found, number) ? found[0].str() : "";
}

std::vector<Finding> probe_packages(const fs::path& list) {
  std::vector<Finding> findings;
  std::ifstream in(list);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with("#")) continue;
    std::istringstream words(line);
    std::string group;
    std::string package;
    std::string proof;
    std::string needed_for;
    words >> group >> package >> proof >> std::ws;
    std::getline(words, needed_for);
    findings.push_back(probe_package(group, package, proof, needed_for));
  }
  return findings;
}

}  // namespace workbook
