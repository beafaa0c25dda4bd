// tools/workbook/grade/recipe.hpp: how a subject is built around an answer, taken from the build of this checkout, so
// that a class is judged by the very commands that `check` is judged by. Built without CMake, in a folder of the
// answer's own: many at once, and each in a jail.
#pragma once

#include "programs/programs.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// Two commands, which may be run in any folder, and what they read.
struct Recipe {
  Command compile;
  Command link;
  /// Files and folders that the commands name, each absolute; what the compiler brings with it is not among them.
  std::vector<std::filesystem::path> reads;
};

/// Where the pieces of one answer's build stand.
struct RecipePlaces {
  std::filesystem::path exercise_folder;  ///< holds exercise.hpp
  std::filesystem::path object;           ///< to be made
  std::filesystem::path program;          ///< to be made
};

/// @param commands       what `ninja -t commands TARGET` prints
/// @param build          the build tree that it belongs to
/// @param target         the subject, NN_topic_subject_file or NN_topic_explored_file
/// @param given_folder   the folder of exercise.hpp in those commands
/// @throws Failure  where the commands are not of the form that CMake gives them
Recipe recipe_from(const std::string& commands, const std::filesystem::path& build, const std::string& target,
                   const std::filesystem::path& given_folder, const RecipePlaces& places);

}  // namespace workbook
