// tools/workbook/doctor/finding.hpp: what the doctor says of one thing. Pure: no globals, no I/O.
#pragma once

#include <string>
#include <vector>

namespace workbook {

enum class Health {
  works,
  limited,  ///< does its duty, but less well
  missing,  ///< isn't there, or doesn't work
};

/// Who needs it.
enum class NeededBy { student, instructor, maintainer };

struct Finding {
  std::string name;
  NeededBy needed_by = NeededBy::student;
  Health health = Health::works;
  std::string found;       ///< a version, or what was seen
  std::string needed_for;  ///< what doesn't work without it
  std::string mend = {};   ///< the command that mends it, or what to do; empty where it works
};

/// One finding, as lines of at most `columns` letters. Colours are the caller's.
std::string finding_text(const Finding& finding, std::size_t columns);

/// The same for other programs: an object for each finding, with its fields' names.
std::string findings_json(const std::vector<Finding>& findings);

/// Whether everything that a student needs is there, if not at its best.
bool good_enough_for_a_student(const std::vector<Finding>& findings);

/// "works", "limited" or "missing".
std::string word_for(Health health);

}  // namespace workbook
