// tests/tools/judge/json_test.cpp: verdicts as JSON are what docs/verdict.md and docs/verdict.schema.json say.
#include "judge/verdict/json.hpp"

#include "made_up_verdicts.hpp"
#include "schema.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <regex>
#include <set>

namespace {

using judge::LessonVerdict;
using nlohmann::json;

json parsed(const std::vector<LessonVerdict>& lessons) { return json::parse(judge::document_of(lessons)); }

const json& the_schema() {
  static const json schema = json::parse(std::ifstream(DOCS "/verdict.schema.json"));
  return schema;
}

std::string violations_in(const json& document) {
  std::string text;
  for (const std::string& each : schema::violations(the_schema(), document)) text += each + '\n';
  return text;
}

TEST(VerdictJson, OfEveryKindIsAsTheSchemaSays) {
  for (const LessonVerdict& lesson : made_up::lessons_of_every_kind()) {
    EXPECT_EQ(violations_in(parsed({lesson})), "") << lesson.lesson;
  }
  EXPECT_EQ(violations_in(parsed(made_up::lessons_of_every_kind())), "");
}

TEST(VerdictSchema, SeesWhatIsNotOfItsForm) {
  const json good = parsed({made_up::wrong()});
  const std::vector<std::pair<std::string, json>> changes{
      {"/version", 2},
      {"/lessons", json::array()},
      {"/lessons/0/verdict", "failed"},
      {"/lessons/0/exit_code", 5},
      {"/lessons/0/seed", "1"},
      {"/lessons/0/checks/0/finding/hole", "3.1 of 03"},
      {"/lessons/0/checks/0/finding/what", ""},
      {"/lessons/0/checks/0/remarks", nullptr},
      {"/lessons/0/unheard_of", 1},
  };
  for (const auto& [path, value] : changes) {
    json bad = good;
    bad[json::json_pointer(path)] = value;
    EXPECT_NE(violations_in(bad), "") << path << " = " << value;
  }
  json bad = good;
  bad["lessons"][0]["checks"][0].erase("message");
  EXPECT_NE(violations_in(bad), "");
}

// Keys as paths: "lessons[].checks[].name".
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

TEST(VerdictJson, HasTheKeysThatAreDocumentedAndNoOthers) {
  std::ifstream file(DOCS "/verdict.md");
  static const std::regex row(R"(\| `([^`]+)` \|.*)");
  std::set<std::string> documented;
  std::smatch key;
  for (std::string line; std::getline(file, line);) {
    if (std::regex_match(line, key, row)) documented.insert(key[1]);
  }
  std::set<std::string> keys;
  collect(parsed(made_up::lessons_of_every_kind()), "", keys);
  EXPECT_EQ(keys, documented);
}

TEST(VerdictJson, IsReadBackAsItWasWritten) {
  for (const LessonVerdict& lesson : made_up::lessons_of_every_kind()) {
    const std::string text = judge::as_json(lesson);
    EXPECT_EQ(judge::as_json(judge::lesson_verdict_from(text)), text);
  }
}

TEST(VerdictJson, ThatIsCutOffIsRefused) {
  const std::string text = judge::as_json(made_up::wrong());
  EXPECT_THROW(judge::lesson_verdict_from(text.substr(0, text.size() / 2)), std::runtime_error);
  EXPECT_THROW(judge::lesson_verdict_from(""), std::runtime_error);
  EXPECT_THROW(judge::lesson_verdict_from("{}"), std::runtime_error);
}

TEST(VerdictJson, TellsTheGravestOfItsLessons) {
  const json document = parsed({made_up::passed(), made_up::wrong()});
  EXPECT_EQ(document["verdict"], "wrong");
  EXPECT_EQ(document["exit_code"], 1);
}

TEST(VerdictJson, StaysJsonWhateverAProgramPrinted) {
  LessonVerdict lesson = made_up::wrong();
  lesson.checks[0].message = made_up::kHostile;
  EXPECT_NO_THROW(parsed({lesson}));
}

}  // namespace
