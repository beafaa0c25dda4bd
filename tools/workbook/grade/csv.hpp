// tools/workbook/grade/csv.hpp: the table of a class, for a spreadsheet.
#pragma once

#include "grade/graded.hpp"

#include <string>

namespace workbook {

/// One row for each student: points and a word for each lesson, the sum, what is open. RFC 4180: lines end in CR LF.
std::string class_csv(const GradedClass& graded);

/// One cell. Quoted where it must be; a text that a spreadsheet would take for a formula gets an apostrophe before it.
std::string csv_cell(const std::string& text);

}  // namespace workbook
