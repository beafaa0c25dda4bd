// tests/tools/interleave/json_test.cpp: the JSON has the keys that docs/interleave.md tells of, and no others.
#include "made_up.hpp"

#include "interleave/report/json.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <regex>
#include <set>
#include <sstream>

namespace {

using namespace made_up;
using nlohmann::json;

const std::string kFull =
    fails("wrong_result", "", 1) + lost_update() + race() + "waits\t1\tlock\t0x9100\t2\t0x100c\n" +
    "wakeup\t7\t2\t0x9300\nwarning\tlock_order\tx\t0x9100\t0x9200\t\t\noutcome\t1\t2\t3:1\nlimit\tx\nexternal\tqsort\n"
    "printed\thello\\n\noutputs\t1\ntraces\t4\n";

json parsed(const std::string& records) { return json::parse(interleave::as_json(story_of(records))); }

// Keys as paths: "steps[].place.line".
void collect(const json& value, const std::string& path, std::set<std::string>& paths) {
  if (value.is_array()) {
    for (const json& item : value) collect(item, path + "[]", paths);
  }
  if (!value.is_object()) return;
  for (const auto& [key, inner] : value.items()) {
    const std::string name = path.empty() ? key : path + "." + key;
    paths.insert(name);
    collect(inner, name, paths);
  }
}

// In the documentation a key stands in backticks at the beginning of a table's row.
std::set<std::string> documented() {
  std::ifstream file(DOCS "/interleave.md");
  static const std::regex row(R"(\| `([^`]+)` \|.*)");
  std::set<std::string> keys;
  std::smatch key;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) inside = line == "## The JSON";
    if (inside && std::regex_match(line, key, row)) keys.insert(key[1]);
  }
  return keys;
}

TEST(Json, HasTheKeysThatAreDocumentedAndNoOthers) {
  std::set<std::string> keys;
  collect(parsed(kFull), "", keys);
  EXPECT_EQ(keys, documented());
}

TEST(Json, NamesItsSchemaAndVersion) {
  const json report = parsed(kFull);
  EXPECT_EQ(report["schema"], "interleave-report");
  EXPECT_EQ(report["version"], interleave::kJsonVersion);
}

TEST(Json, TellsTheCauseBesideTheKind) {
  const json failure = parsed(kFull)["failure"];
  EXPECT_EQ(failure["kind"], "wrong_result");
  EXPECT_EQ(failure["cause"], "race");
}

TEST(Json, TellsStepsWithNamesAndValues) {
  const json step = parsed(kFull)["steps"][6];
  EXPECT_EQ(step["number"], 7);
  EXPECT_EQ(step["variable"], "total");
  EXPECT_EQ(step["before"], "0");
  EXPECT_EQ(step["after"], "1");
  EXPECT_EQ(step["place"]["line"], 9);
  EXPECT_EQ(step["source"], "total += part;");
}

TEST(Json, HasNoFailureForAProgramThatPasses) {
  const json report = parsed("verdict\tproved\n");
  EXPECT_TRUE(report["failure"].is_null());
  EXPECT_EQ(report["verdict"], "proved");
}

TEST(Json, StaysJsonWhateverTheProgramPrints) {
  const std::string text = interleave::as_json(story_of("verdict\tproved\nprinted\t\xff\xfe\x01\n"));
  EXPECT_NO_THROW(json::parse(text));
}

}  // namespace
