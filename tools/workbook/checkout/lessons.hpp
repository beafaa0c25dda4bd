// tools/workbook/checkout/lessons.hpp: the lessons there are, read from the folders of lessons/.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// One folder of lessons/.
struct Lesson {
  std::string name;    ///< NN_topic
  std::string number;  ///< NN
  std::string title;   ///< from the chapter's front matter
  std::string idea;    ///< from the chapter's front matter, one sentence

  std::filesystem::path folder() const;
  /// The student's exercise; it may not exist yet.
  std::filesystem::path exercise() const;
  /// The names of its demos: demo_NAME.cpp.
  std::vector<std::string> demos() const;
};

/// All lessons, in order.
std::vector<Lesson> all_lessons();

/// The lesson that "3", "03" or "03_locks" names.
/// @throws Failure  naming the lessons there are
Lesson lesson_named(const std::string& word);

/// Whether answers to this lesson (NN_topic) are also run in every order of their threads' steps.
bool has_schedules(const std::string& lesson);

/// Gives the student a copy of the starter where there is none yet. Never touches one that exists.
/// @throws Failure  where work/ can't be written
void make_exercise(const Lesson& lesson);

/// Gives the student a fresh copy of the starter. One that exists, whatever it is, is kept under a dated name.
/// @param now  the date in that name
/// @return     where it is kept; empty where there was none
/// @throws Failure  where work/ can't be written; nothing is lost then, and where possible nothing changed
std::filesystem::path renew_exercise(const Lesson& lesson, std::chrono::system_clock::time_point now);

}  // namespace workbook
