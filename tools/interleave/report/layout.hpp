// tools/interleave/report/layout.hpp: how variables lie side by side: the members of an object, or the local variables
// of a call. Where one of them is known to be at an address, so are the others.
#pragma once

#include "interleave/report/values.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace interleave {

/// One of the variables.
struct Field {
  std::string name;         ///< `sum_`, `account.balance`, `slots[1]`
  std::int64_t offset = 0;  ///< bytes from where the layout begins; less than 0 in a frame
  std::int64_t size = 0;    ///< in bytes
  Type type;                ///< Kind::unknown: a class of the library, such as a mutex or a vector

  /// Whether it has a value that is read and written as a whole.
  bool has_value() const { return type.kind != Type::Kind::unknown; }
};

/// The members of a class, or the variables of one call of a function, which lie in its frame.
struct Layout {
  std::string name;  ///< tells layouts apart
  bool is_frame = false;
  std::vector<Field> fields;  ///< those of classes of the program's own taken apart, of the library's whole

  /// The field that has the byte at `offset` inside, where there is one and no other.
  const Field* at(std::int64_t offset) const;
};

}  // namespace interleave
