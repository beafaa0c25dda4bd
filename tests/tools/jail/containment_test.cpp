// tests/tools/jail/containment_test.cpp: what docs/isolation.md says that each rung keeps in, and what it doesn't, is
// so.
#include "stage.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using stage::Place;
using stage::Stage;

// A line of the table.
struct Threat {
  std::string name;
  std::vector<std::string> by_rung;  // namespaces, landlock, limits
};

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> cells_in(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream text(line.substr(1));
  for (std::string cell; std::getline(text, cell, '|');) cells.push_back(trimmed(cell));
  return cells;
}

// The lines of the table with five columns whose first is a name in backquotes.
std::vector<Threat> threats_in_the_text() {
  std::vector<Threat> threats;
  std::ifstream text(ISOLATION);
  for (std::string line; std::getline(text, line);) {
    if (!line.starts_with("| `")) continue;
    const std::vector<std::string> cells = cells_in(line);
    if (cells.size() != 5) continue;
    threats.push_back({cells[0].substr(1, cells[0].size() - 2), {cells[2], cells[3], cells[4]}});
  }
  return threats;
}

bool is_kept_in(const Threat& threat, const Place& place) {
  const std::size_t column = place.rung == "namespaces" ? 0 : place.rung == "landlock" ? 1 : 2;
  const std::string& cell = threat.by_rung.at(column);
  if (cell == "root only") return place.as_root;
  EXPECT_TRUE(cell == "kept in" || cell == "not kept in") << threat.name << ": " << cell;
  return cell == "kept in";
}

// What the system itself forbids to everybody, on some machines.
std::string forbidden_anyway(const Threat& threat) {
  int scope = 0;
  std::ifstream("/proc/sys/kernel/yama/ptrace_scope") >> scope;
  const bool traces = threat.name == "traces_a_process" || threat.name == "opens_the_memory_of_a_process";
  if (traces && scope > 0) return "this system lets nobody trace a process that is not his child";
  if (threat.name == "makes_a_namespace" && !stage::why_not_offered({"namespaces", false}).empty()) {
    return "this system lets no plain user make a namespace";
  }
  return "";
}

void expect_as_the_text_says(const Threat& threat, const Place& place) {
  const Stage stage(place);
  const fs::path in_tmp = "/tmp/" + stage.folder().filename().string() + ".left";
  const stage::Outcome outcome =
      stage.run({"--read", (stage.folder() / "threats").string(), "--write", stage.write_folder().string(),
                 "--private-size", "1048576", "--wall", "30"},
                "threats",
                {threat.name, "folder=" + stage.outside().string(), "write=" + stage.write_folder().string(),
                 "name=" + in_tmp.filename().string(), "port=" + std::to_string(stage.port()),
                 "victim=" + std::to_string(stage.victim())});
  bool did_it = outcome.output.find("did it") != std::string::npos;
  if (threat.name == "leaves_a_file_in_tmp") did_it = fs::exists(in_tmp);  // It has a /tmp of its own on one rung.
  if (threat.name == "ends_the_jail") did_it = outcome.ended.is_null();
  fs::remove(in_tmp);
  const std::string said = threat.name + ", " + name_of(place) + ": " + outcome.output;
  const bool kept_in = is_kept_in(threat, place);
  if (kept_in) {
    EXPECT_EQ(stage.damage(), "") << said;
    EXPECT_EQ(outcome.ended["exit_code"], 0) << said << outcome.ended;
  }
  if (!kept_in && !forbidden_anyway(threat).empty()) {
    std::cout << threat.name << " is not offered: " << forbidden_anyway(threat) << '\n';
    return;
  }
  EXPECT_EQ(did_it, !kept_in) << said;
  EXPECT_TRUE(stage.left().empty()) << said;
}

class Containment : public testing::TestWithParam<Place> {};

TEST_P(Containment, IsAsTheTextSays) {
  const std::string reason = stage::why_not_offered(GetParam());
  if (!reason.empty()) GTEST_SKIP() << name_of(GetParam()) << " is not offered here: " << reason;
  const std::vector<Threat> threats = threats_in_the_text();
  ASSERT_GE(threats.size(), 20U) << "the table in " ISOLATION " is not where it was";
  for (const Threat& threat : threats) expect_as_the_text_says(threat, GetParam());
}

INSTANTIATE_TEST_SUITE_P(Rungs, Containment, testing::ValuesIn(stage::all_places()),
                         [](const auto& info) { return name_of(info.param); });

// A threat that the program knows and the text does not would be run by nobody.
TEST(Table, HasEveryThreat) {
  std::ifstream source(THREATS);
  std::string text((std::istreambuf_iterator<char>(source)), {});
  std::size_t known = 0;
  for (std::size_t at = text.find("    {\""); at != std::string::npos; at = text.find("    {\"", at + 1)) ++known;
  EXPECT_EQ(threats_in_the_text().size(), known);
}

}  // namespace
