// tools/workbook/grade/points.hpp: how many points each check is worth, in one table that an instructor can edit.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace workbook {

/// A table of lines "lesson,check,points", such as "03_locks,Total.KeepsEveryAdd,2". A check of the name * is every
/// check of its lesson that has no line of its own. Who has no line at all is worth one point.
class Points {
 public:
  Points() = default;

  /// @throws Failure  naming file, line, what was got and what is wanted
  static Points read(const std::filesystem::path& file);

  /// 0 or more.
  double worth(const std::string& lesson, const std::string& check) const;

  /// Lines of the table that no check of `checks` (lesson, check) answers to: misspelt, most likely.
  std::vector<std::string> unknown(const std::map<std::string, std::vector<std::string>>& checks) const;

 private:
  std::map<std::pair<std::string, std::string>, double> worth_;
};

}  // namespace workbook
