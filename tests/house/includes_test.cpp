// tests/house/includes_test.cpp: who may include whom. Arrows between folders point in one direction.
#include "source_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <regex>

namespace {

const std::vector<std::string> kSources{".hpp", ".cpp"};

namespace fs = std::filesystem;
using Allowed = std::function<bool(const std::string&)>;

bool starts_with_one_of(const std::string& name, const std::vector<std::string>& beginnings) {
  return std::ranges::any_of(beginnings, [&](const std::string& beginning) { return name.starts_with(beginning); });
}

// Names without a slash or an ending are the standard library's; <sys/...> and <unistd.h> are the system's.
bool is_standard(const std::string& header) { return header.find_first_of("/.") == std::string::npos; }
bool is_system(const std::string& header) { return header.starts_with("sys/") || header.ends_with(".h"); }

std::vector<std::string> included_by(const fs::path& file) {
  static const std::regex include(R"(\s*#\s*include\s*[<"]([^>"]+)[>"].*)");
  std::vector<std::string> headers;
  for (const std::string& line : house::lines_of(file)) {
    std::smatch name;
    if (std::regex_match(line, name, include)) headers.push_back(name[1]);
  }
  return headers;
}

// Every header that the file includes must be allowed. One that stands beside it belongs to it, and is held to the
// same.
void expect_includes_of(const fs::path& file, const Allowed& allowed) {
  for (const std::string& header : included_by(file)) {
    const fs::path beside = file.parent_path() / header;
    if (header.find('/') == std::string::npos && header != "exercise.hpp" && fs::exists(beside)) {
      expect_includes_of(beside, allowed);
    } else {
      EXPECT_TRUE(allowed(header)) << house::name_of(file) << " includes " << header << ", which it may not";
    }
  }
}

// The same for all files under `folder` whose names match.
void expect_includes(const std::string& folder, const std::string& file_pattern, const Allowed& allowed) {
  int seen = 0;
  for (const auto& file : house::files_under(folder, kSources)) {
    if (!std::regex_match(house::name_of(file), std::regex(file_pattern))) continue;
    ++seen;
    expect_includes_of(file, allowed);
  }
  EXPECT_GT(seen, 0) << "no file matches " << file_pattern;
}

TEST(Includes, OfLessonsAndSolutionsAreCommonAndStandardOnly) {
  for (const std::string folder : {"lessons", "solutions"}) {
    expect_includes(folder, ".*", [](const std::string& header) {
      return is_standard(header) || header == "exercise.hpp" || is_system(header) || header.starts_with("workbook/");
    });
  }
}

TEST(Includes, OfCommonAreNothingOfOurs) {
  expect_includes("common", ".*", [](const std::string& header) {
    return is_standard(header) || starts_with_one_of(header, {"workbook/", "boost/process/"});
  });
}

bool is_of_the_subjects_side(const std::string& header) {
  return is_standard(header) || is_system(header) ||
         starts_with_one_of(header, {"workbook/", "judge/subject/", "judge/protocol.hpp", "judge/processes.hpp"});
}

TEST(Includes, OfScenariosAreTheExerciseAndTheSubjectsSide) {
  expect_includes("tests", "tests/[0-9][^/]*/scenarios.cpp", [](const std::string& header) {
    return header == "exercise.hpp" || is_of_the_subjects_side(header);
  });
}

TEST(Includes, OfPartsOfScenariosAreTheSubjectsSideAlone) {
  expect_includes("tests", "tests/[0-9][^/]*/(?!checks|scenarios|schedules|helper_)[a-z_]+.cpp",
                  is_of_the_subjects_side);
}

TEST(Includes, OfSchedulesAreTheExerciseAndTheExploredSide) {
  expect_includes("tests", "tests/[0-9][^/]*/schedules.cpp", [](const std::string& header) {
    return is_standard(header) || header == "exercise.hpp" ||
           starts_with_one_of(header, {"workbook/", "judge/explored/"});
  });
}

TEST(Includes, OfChecksAreNoExercise) {
  expect_includes("tests", "tests/[0-9][^/]*/checks.cpp", [](const std::string& header) {
    return is_standard(header) || is_system(header) ||
           starts_with_one_of(header, {"judge/parent/", "judge/protocol.hpp", "gtest/"});
  });
}

TEST(Includes, OfTheSubjectsSideAreNothingOfTheJudges) {
  expect_includes("tools/judge/subject", ".*", [](const std::string& header) {
    return !starts_with_one_of(header, {"judge/parent", "gtest/", "exercise.hpp"});
  });
}

TEST(Includes, OfTheJudgesSideAreNothingOfTheSubjects) {
  expect_includes("tools/judge/parent", ".*", [](const std::string& header) {
    return !starts_with_one_of(header, {"judge/subject", "exercise.hpp"});
  });
}

TEST(Includes, OfWhatAllToolsShareAreNothingOfATool) {
  for (const std::string folder : {"tools/programs", "tools/statistics", "tools/terminal"}) {
    expect_includes(folder, ".*", [](const std::string& header) {
      return !starts_with_one_of(header, {"judge/", "interleave/", "checkout/", "commands/", "exercise.hpp", "gtest/"});
    });
  }
}

TEST(Includes, OfTheCommandAreNoStudentsCode) {
  expect_includes("tools/workbook", ".*", [](const std::string& header) {
    // How a program is run under limits is the judge's knowledge; all else of it stays behind its own door.
    if (starts_with_one_of(header, {"judge/parent/printed.", "judge/parent/running.", "judge/parent/standstill."}))
      return true;
    const bool is_verdict = header.starts_with("judge/verdict/");  // what a judgement came to, and nothing that judges
    return is_verdict || !starts_with_one_of(header, {"judge/", "exercise.hpp", "gtest/"});
  });
}

TEST(Includes, OfVerdictsAreNothingThatJudges) {
  expect_includes("tools/judge/verdict", ".*", [](const std::string& header) {
    return is_standard(header) || starts_with_one_of(header, {"judge/verdict/", "nlohmann/"});
  });
}

TEST(Includes, OfTheExplorersReportAreNothingOfItsOtherParts) {
  expect_includes("tools/interleave/report", ".*", [](const std::string& header) {
    return !starts_with_one_of(header, {"interleave/command", "interleave/runtime", "judge/", "exercise.hpp"});
  });
}

TEST(Includes, OfTheExplorersCommandAreNothingOfItsRuntime) {
  expect_includes("tools/interleave/command", ".*", [](const std::string& header) {
    return !starts_with_one_of(header, {"interleave/runtime", "judge/", "exercise.hpp"});
  });
}

// An exercise beside a file that includes it in quotes would be found before the one that is judged.
TEST(Includes, OfAnExerciseAreInAngleBrackets) {
  for (const std::string folder : {"lessons", "tests"}) {
    for (const auto& file : house::files_under(folder, kSources)) {
      if (file.filename() == "includes_test.cpp") continue;
      for (const std::string& line : house::lines_of(file)) {
        EXPECT_FALSE(line.starts_with("#include \"exercise.hpp\"")) << house::name_of(file);
      }
    }
  }
}

// Two headers of one name in two folders that both are searched: the wrong one would be found in silence.
TEST(Includes, NamesOfCommonStandNowhereElse) {
  for (const auto& file : house::files_under("common/workbook", {".hpp"})) {
    EXPECT_FALSE(std::filesystem::exists(house::root() / "tools" / "workbook" / file.filename()))
        << "tools/workbook also has a " << file.filename();
  }
}

}  // namespace
