// tools/workbook/race/demonstration.hpp: which programs show a race, the ones of a lesson or an instructor's own.
//
// There is no list of them. A lesson's program for every order is the demo whose comment shows how it is run so:
//
//   ./workbook interleave run lessons/02_threads/demo_two_adds.cpp
//
// Where it has one for the real machine besides, that demo's comment says how, and where it prints what:
//
//   ./workbook race 02     runs "demo_race 1" again and again: "largest" should be "exact"
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace workbook {

/// The words in front of two values that a program prints, at the beginnings of their lines.
struct Labels {
  std::string result;
  std::string right;  ///< what the result should be
};

/// A program that the real machine runs.
struct OnTheMachine {
  std::filesystem::path source;
  std::vector<std::string> arguments;
  /// Empty: the program's exit code tells whether it was right, and its last line is its result.
  std::optional<Labels> labels;
};

/// What is shown: the same mistake twice, as large as a machine needs it and as small as an explorer needs it.
struct Demonstration {
  std::string title;   ///< 02_threads, or the file's name
  std::string lesson;  ///< 02_threads; empty for a file of the instructor's
  OnTheMachine machine;
  std::filesystem::path small;  ///< the source file that is run in every order
  std::vector<std::string> small_arguments;
};

/// How the comment of a demo's text says that the machine runs it, if it does.
/// @param stem  the file's name without its ending
std::optional<OnTheMachine> on_the_machine(const std::string& text, const std::string& stem);

/// The demonstration of a lesson, or that of a file.
/// @param word       "02", or "race.cpp"
/// @param arguments  for the program; with these, a lesson's small program is also what the machine runs
/// @throws Failure  where there is none
Demonstration demonstration_of(const std::string& word, const std::vector<std::string>& arguments);

}  // namespace workbook
