// tests/tools/workbook/race/page_test.cpp: whatever a report contains, the page stays one page.
#include "race/page.hpp"

#include "programs/failure.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace workbook {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kBefore = R"(<script type="application/json" id="data">)";
constexpr std::string_view kAfter = "</script>";

Demonstration a_demonstration() { return {"mine.cpp", "", {"mine.cpp", {}, {}}, "mine.cpp", {}}; }

// What the browser's parser takes for the data: up to the first end of a script.
Json data_in(const std::string& page) {
  const std::size_t from = page.find(kBefore) + kBefore.size();
  return Json::parse(page.substr(from, page.find(kAfter, from) - from));
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

Json report_with(const std::string& text) {
  return {{"line", text},
          {"replay", "1:1"},
          {"steps", Json::array({{{"told", text}, {"variable", text}, {"place", nullptr}}})}};
}

TEST(Page, ContainsItsPlayerAndNoPlaceIsLeftEmpty) {
  const std::string text = race_page(a_demonstration(), {}, report_with("x").dump());
  EXPECT_NE(text.find("ArrowRight"), std::string::npos);
  EXPECT_NE(text.find("prefers-color-scheme"), std::string::npos);
  EXPECT_EQ(text.find("{{"), std::string::npos);
}

TEST(Page, LoadsNothing) {
  const std::string text = race_page(a_demonstration(), {}, report_with("x").dump());
  for (const char* const loader : {"src=", "href=", "@import", "url(http", "fetch(", "//cdn"}) {
    EXPECT_EQ(text.find(loader), std::string::npos) << loader;
  }
}

TEST(Page, KeepsAnyTextWhole) {
  const std::string quiet = race_page(a_demonstration(), {}, report_with("x").dump());
  for (const std::string hostile :
       {"</script><script>alert(1)</script>", "<!--<script>", "\"quotes\" and 'others' and \\", "{{style}} {{data}}",
        "line\u2028separator", "tab\tand\x01", "&lt;&amp;"}) {
    const std::string text = race_page(a_demonstration(), {}, report_with(hostile).dump());
    EXPECT_EQ(data_in(text)["report"]["line"], hostile);
    EXPECT_EQ(data_in(text)["report"]["steps"][0]["told"], hostile);
    EXPECT_EQ(count_of(text, "<script"), count_of(quiet, "<script")) << hostile;
    EXPECT_EQ(count_of(text, "</script"), count_of(quiet, "</script")) << hostile;
  }
}

TEST(Page, MarksWhatIsNoUtf8) {
  Shown shown{"mine \xff\xfe", {}, ""};
  shown.tally.add({"\xff result", {}, false});
  const Json data = data_in(race_page(a_demonstration(), shown, report_with("x").dump()));
  EXPECT_EQ(data["machine"]["bars"][0]["label"], "? result");
  EXPECT_EQ(data["machine"]["command"], "mine \uFFFD\uFFFD");
}

TEST(Page, TellsWhatTheMachineShowed) {
  Shown shown{"mine", {}, "stopped after 3 runs that did not end within 10 s"};
  shown.tally.add({"3", 3, false});
  shown.tally.add({"1", 1, true});
  const Json machine = data_in(race_page(a_demonstration(), shown, report_with("x").dump()))["machine"];
  EXPECT_EQ(machine["summary"], "1 of 2 runs was wrong; stopped after 3 runs that did not end within 10 s");
  EXPECT_EQ(machine["bars"][0], (Json{{"label", "1"}, {"count", 1}, {"wrong", true}}));
  EXPECT_EQ(data_in(race_page(a_demonstration(), {}, report_with("x").dump()))["machine"], nullptr);
}

TEST(Page, HoldsAHugeHistory) {
  Json steps = Json::array();
  constexpr int kSteps = 20'000;
  for (int i = 0; i < kSteps; ++i) {
    steps.push_back({{"number", i + 1}, {"told", "reads x = 0"}, {"place", {{"file", __FILE__}, {"line", 1}}}});
  }
  const Json data = data_in(race_page(a_demonstration(), {}, Json{{"replay", "-"}, {"steps", steps}}.dump()));
  EXPECT_EQ(data["report"]["steps"].size(), static_cast<std::size_t>(kSteps));
  EXPECT_EQ(data["sources"].size(), 2U) << "a source is there once, however many steps stand in it; and the program";
}

TEST(Page, CallsSourcesByTheirNamesAlone) {
  const Json step{{"place", {{"file", __FILE__}, {"line", 1}}}};
  const Json report{{"replay", "-"}, {"line", std::string("fails at ") + __FILE__ + ":1"}, {"steps", {step}}};
  const Json data = data_in(race_page(a_demonstration(), {}, report.dump()));
  EXPECT_EQ(data["report"]["line"], "fails at page_test.cpp:1");
  EXPECT_EQ(data["report"]["steps"][0]["place"]["file"], "page_test.cpp");
  EXPECT_TRUE(data["sources"].contains("page_test.cpp"));
}

TEST(Page, NamesTheCommandThatShowsItAgain) {
  Demonstration lesson{"02_threads", "02_threads", {"demo.cpp", {}, {}}, "demo.cpp", {"locked"}};
  EXPECT_EQ(data_in(race_page(lesson, {}, report_with("x").dump()))["again"],
            "./workbook race 02 --replay 1:1 -- locked");
  EXPECT_EQ(data_in(race_page(a_demonstration(), {}, report_with("x").dump()))["again"],
            "./workbook race mine.cpp --replay 1:1");
}

TEST(Page, WantsAReport) {
  EXPECT_THROW(race_page(a_demonstration(), {}, ""), Failure);
  EXPECT_THROW(race_page(a_demonstration(), {}, "no JSON"), Failure);
  EXPECT_THROW(race_page(a_demonstration(), {}, "[]"), Failure);
}

}  // namespace
}  // namespace workbook
