// common/workbook/table.hpp: rows of text in columns that line up.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iomanip>
#include <ostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace workbook {

/// Collects rows and prints them with every column as wide as its widest cell. The first row is the heading.
/// Cells are counted in bytes, so keep to ASCII. Not for use by several threads at once.
class Table {
 public:
  using Row = std::vector<std::string>;

  explicit Table(Row heading) : rows_{std::move(heading)} {}

  void add(Row row) { rows_.push_back(std::move(row)); }

  /// Two blanks between columns; the first column stands left, the others right.
  friend std::ostream& operator<<(std::ostream& out, const Table& table) {
    const std::vector<std::size_t> widths = table.widths();
    for (const Row& row : table.rows_) {
      std::ostringstream line;
      for (std::size_t column = 0; column < row.size(); ++column) {
        line << (column == 0 ? "" : "  ") << (column == 0 ? std::left : std::right)
             << std::setw(static_cast<int>(widths[column])) << row[column];
      }
      std::string text = line.str();
      text.erase(text.find_last_not_of(' ') + 1);
      out << text << '\n';
    }
    return out;
  }

 private:
  std::vector<std::size_t> widths() const {
    std::vector<std::size_t> result;
    for (const Row& row : rows_) {
      result.resize(std::max(result.size(), row.size()));
      for (std::size_t column = 0; column < row.size(); ++column) {
        result[column] = std::max(result[column], row[column].size());
      }
    }
    return result;
  }

  std::vector<Row> rows_;
};

/// A number with the given count of significant digits, as std::ostream writes it.
inline std::string rounded(double value, int digits) {
  std::ostringstream text;
  text << std::setprecision(digits) << value;
  return text.str();
}

/// A number with the given count of digits after the point.
inline std::string fixed(double value, int decimals) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(decimals) << value;
  return text.str();
}

}  // namespace workbook
