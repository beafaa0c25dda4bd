// tests/sessions/check_session_test.cpp: a student answers lesson 03 in every wrong way we know of, reads why in a
// terminal, and then finds the answer.
#include "saving.hpp"
#include "terminal_session.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using sessions::TerminalSession;

const fs::path kMutants = fs::path(WORKBOOK_ROOT) / "tests" / "03_locks" / "mutants";
const fs::path kSolution = fs::path(WORKBOOK_ROOT) / "solutions" / "03_locks" / "exercise.hpp";

// What a mutant's second line promises to say.
std::string words_of(const fs::path& mutant) {
  constexpr std::string_view kSays = "// says: ";
  std::ifstream in(mutant);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(kSays)) return line.substr(kSays.size());
  }
  return "(no words)";
}

// A message may be broken into lines anywhere.
std::string in_one_line(const std::string& text) {
  std::istringstream words(text);
  std::string line;
  for (std::string word; words >> word;) line += (line.empty() ? "" : " ") + word;
  return line;
}

// Checks the exercise, and returns what stood in the terminal from the command to its exit code, in one line.
std::string checked(TerminalSession& session, const std::string& name, int exit_code) {
  session.type(fmt::format("echo begin {0}; ./workbook check 03; echo code $? of {0}", name), "Enter");
  const std::string end = fmt::format("code {} of {}", exit_code, name);
  if (!session.shows(end)) return "";
  const std::string text = session.all_text();
  return in_one_line(text.substr(std::min(text.find("\nbegin " + name), text.size())));
}

std::vector<std::string> names_of_mutants() {
  std::vector<std::string> names;
  for (const auto& mutant : fs::directory_iterator(kMutants)) names.push_back(mutant.path().stem());
  std::ranges::sort(names);
  return names;
}

class CheckInATerminal : public testing::TestWithParam<std::string> {};

TEST_P(CheckInATerminal, SaysWhatIsWrong) {
  TerminalSession session;
  const fs::path mutant = kMutants / (GetParam() + ".hpp");
  saving::in_place(session.exercise("03_locks"), saving::read(mutant));
  const std::string text = checked(session, GetParam(), 1);
  EXPECT_NE(text.find(words_of(mutant)), std::string::npos) << "wanted: " << words_of(mutant) << "\ngot: " << text;
  EXPECT_NE(text.find("03_locks: wrong ("), std::string::npos) << text;
}

INSTANTIATE_TEST_SUITE_P(Mutant, CheckInATerminal, testing::ValuesIn(names_of_mutants()),
                         [](const auto& info) { return info.param; });

TEST(CheckOfASolutionInATerminal, IsPassedAfterAWrongAnswer) {
  TerminalSession session;
  const fs::path exercise = session.exercise("03_locks");
  saving::in_place(exercise, saving::read(kMutants / "no_lock.hpp"));
  EXPECT_NE(checked(session, "the first", 1).find("no lock was held"), std::string::npos);
  saving::in_place(exercise, saving::read(kSolution));
  EXPECT_NE(checked(session, "the second", 0).find("03_locks: passed ("), std::string::npos);
  EXPECT_EQ(session.changes(), "");
}

}  // namespace
