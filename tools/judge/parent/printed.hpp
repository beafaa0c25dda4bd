// tools/judge/parent/printed.hpp: what a program printed, kept within bounds however much it prints.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace judge {

/// Keeps the first and the last kilobytes and counts the rest. Never looks for meaning in them.
/// Not for use by several threads at once.
class Printed {
 public:
  enum class Source { more, nothing_now, closed };

  /// Takes what stands ready at a non-blocking descriptor.
  Source read_from(int descriptor);

  /// How many bytes came in all.
  std::uint64_t bytes() const { return bytes_; }

  /// What was kept; where bytes are left out a line says how many.
  std::string excerpt() const;

  /// The last line that is not blank; of a long one the last 200 bytes.
  std::string last_line() const;

 private:
  std::uint64_t bytes_ = 0;
  std::string first_;
  std::string last_;
};

/// The hole that is still empty, as workbook::not_done() says it.
/// @param printed  by a program that ended with "not done"
std::string hole_named_in(const std::string& printed);

}  // namespace judge
