// tests/benchmarks/listing.hpp: a table whose columns are its own, where times and ratios of cases don't say it all.
#pragma once

#include <workbook/table.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace benchmarks {

/// What a person reads, and the number that JSON holds in its place, where it is one. JSON leaves out an empty cell.
struct Cell {
  std::string text;
  std::optional<double> number = {};
};

inline Cell whole(std::int64_t number) { return {std::to_string(number), static_cast<double>(number)}; }
inline Cell milliseconds(double seconds) { return {workbook::fixed(seconds * 1e3, 1), seconds * 1e3}; }

/// A column's heading, and its name in JSON. One without a heading is in JSON alone.
struct Column {
  std::string heading;
  std::string key;
};

struct Listing {
  std::string name;   // in JSON
  std::string title;  // the line above the table
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  // each as long as `columns`
  std::vector<std::string> notes = {};  // lines below the table
  /// What has to be exact and is not, a line each. Makes the program fail, where slowness never does.
  std::vector<std::string> mismatches = {};
};

}  // namespace benchmarks
