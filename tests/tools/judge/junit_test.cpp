// tests/tools/judge/junit_test.cpp: verdicts as JUnit's XML, read back by an XML parser.
#include "judge/verdict/junit.hpp"

#include "judge/verdict/printable.hpp"
#include "made_up_verdicts.hpp"

#include <gtest/gtest.h>
#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>

#include <map>
#include <sstream>
#include <string>

namespace {

using judge::LessonVerdict;
using judge::Verdict;
using Tree = boost::property_tree::ptree;

Tree parsed(const std::vector<LessonVerdict>& lessons) {
  std::istringstream text(judge::as_junit(lessons));
  Tree tree;
  boost::property_tree::read_xml(text, tree);
  return tree;
}

const Tree& suites_of(const Tree& document) { return document.get_child("testsuites"); }

Tree only_suite(const LessonVerdict& lesson) { return suites_of(parsed({lesson})).get_child("testsuite"); }

// The names of a case's elements: how it ended.
std::string ending_of(const LessonVerdict& lesson) {
  const Tree tree = only_suite(lesson);
  std::string text;
  for (const auto& [name, child] : tree.get_child("testcase")) {
    if (name != "<xmlattr>") text += name + ' ';
  }
  return text;
}

TEST(Junit, HasASuiteForEachLessonAndACaseForEachCheck) {
  const std::vector<LessonVerdict> lessons = made_up::lessons_of_every_kind();
  const Tree document = parsed(lessons);
  EXPECT_EQ(suites_of(document).count("testsuite"), lessons.size());
  EXPECT_EQ(suites_of(document).get<int>("<xmlattr>.tests"), 8);
  EXPECT_EQ(suites_of(document).get<int>("<xmlattr>.failures"), 2);
  EXPECT_EQ(suites_of(document).get<int>("<xmlattr>.errors"), 3);
  EXPECT_EQ(suites_of(document).get<int>("<xmlattr>.skipped"), 1);
  EXPECT_EQ(only_suite(made_up::passed()).count("testcase"), 2U);
}

TEST(Junit, TellsVerdictsApart) {
  EXPECT_EQ(ending_of(made_up::passed()), "");
  EXPECT_EQ(ending_of(made_up::wrong()), "failure ");
  EXPECT_EQ(ending_of(made_up::not_compiled()), "failure ");
  EXPECT_EQ(ending_of(made_up::with_check(Verdict::not_done, "hole 04.1 is still empty")), "skipped ");
  EXPECT_EQ(ending_of(made_up::with_check(Verdict::inconclusive, "too busy")), "error ");
  EXPECT_EQ(ending_of(made_up::with_check(Verdict::bug, "ours")), "error ");
  EXPECT_EQ(ending_of(made_up::not_judged()), "error ");
}

TEST(Junit, NamesCheckSeedAndReason) {
  const Tree suite = only_suite(made_up::wrong());
  EXPECT_EQ(suite.get<std::string>("<xmlattr>.name"), "03_locks");
  EXPECT_EQ(suite.get<std::string>("properties.property.<xmlattr>.value"), "1");
  EXPECT_EQ(suite.get<std::string>("testcase.<xmlattr>.classname"), "03_locks.Total");
  EXPECT_EQ(suite.get<std::string>("testcase.<xmlattr>.name"), "KeepsEveryAdd");
  EXPECT_EQ(suite.get<std::string>("testcase.failure.<xmlattr>.message"), "03.1  Total lost an update");
  EXPECT_NE(suite.get<std::string>("testcase.failure").find("no lock was held"), std::string::npos);
}

TEST(Junit, TellsHowFarAPassReaches) {
  EXPECT_NE(judge::as_junit({made_up::passed()}).find("<system-out>proved: 14 schedules</system-out>"),
            std::string::npos);
}

TEST(Junit, NamesTheLineThatDoesNotCompile) {
  const std::string text = only_suite(made_up::not_compiled()).get<std::string>("testcase.failure");
  EXPECT_NE(text.find("work/05_signaling/exercise.hpp:12: 'x' was not declared"), std::string::npos) << text;
}

// XML has no place for these, not even as a number behind &#.
bool has_control_characters(const std::string& text) {
  return std::ranges::any_of(text, [](unsigned char byte) { return byte < ' ' && byte != '\n' && byte != '\t'; });
}

TEST(Junit, StaysXmlWhateverAProgramPrinted) {
  LessonVerdict lesson = made_up::wrong();
  lesson.checks[0].message = made_up::kHostile;
  const std::string text = judge::as_junit({lesson});
  EXPECT_FALSE(has_control_characters(text)) << text;
  EXPECT_EQ(text.find("]]>"), std::string::npos) << text;
  EXPECT_EQ(text.find("<b>"), std::string::npos) << text;
  EXPECT_EQ(only_suite(lesson).get<std::string>("testcase.failure"), judge::printable(made_up::kHostile));
}

}  // namespace
