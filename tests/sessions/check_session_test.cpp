// tests/sessions/check_session_test.cpp: a student answers lesson 03 in every wrong way we know of, reads why in a
// terminal, and then finds the answer.
#include "saving.hpp"
#include "terminal_session.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

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

// Checks the exercise, and returns what stood in the terminal from the command to its exit code.
std::string checked(TerminalSession& session, const std::string& name, int exit_code) {
  const std::string mark = fmt::format("code $? of {}", name);
  session.type(fmt::format("clear; ./workbook check 03; echo {}", mark), "Enter");
  const std::string end = fmt::format("code {} of {}", exit_code, name);
  if (!session.shows(end)) return "";
  const std::string text = session.all_text();
  return text.substr(std::min(text.find(mark), text.size()));
}

TEST(CheckInATerminal, SaysWhatIsWrongWithEachMutantAndAcceptsTheSolution) {
  TerminalSession session;
  const fs::path exercise = session.exercise("03_locks");
  for (const auto& mutant : fs::directory_iterator(kMutants)) {
    saving::in_place(exercise, saving::read(mutant.path()));
    const std::string text = checked(session, mutant.path().stem(), 1);
    EXPECT_NE(text.find(words_of(mutant.path())), std::string::npos) << mutant.path().stem() << " was told: " << text;
    EXPECT_NE(text.find("03_locks: wrong ("), std::string::npos) << text;
  }
  saving::in_place(exercise, saving::read(kSolution));
  EXPECT_NE(checked(session, "solution", 0).find("03_locks: passed ("), std::string::npos);
  EXPECT_EQ(session.changes(), "");
}

}  // namespace
