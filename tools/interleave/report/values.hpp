// tools/interleave/report/values.hpp: bytes of a variable, shown as the value that a student would write.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace interleave {

/// As much of a C++ type as it takes to show a value.
struct Type {
  enum class Kind { unknown, boolean, character, signed_number, unsigned_number, real, pointer, enumeration };

  Kind kind = Kind::unknown;
  int size = 0;  ///< bytes
  std::string name;
  std::vector<std::pair<std::int64_t, std::string>> enumerators = {};  ///< of an enumeration: values and names
};

/// The type that is written like this: "int", "double", "std::size_t", "bool", "char", "T*", ...
/// Kind::unknown, with that name, where it is none of those with a value of its own.
/// @param size  bytes, as the program told it
Type type_named(std::string_view name, int size);

/// A value: `1`, `0.5`, `true`, `'x'`, `Color::red`, `nullptr`. A pointer is `a pointer`, since reports don't depend on
/// addresses. Bytes of a type that is not known are shown in hexadecimal, as one number; where that may be an address,
/// where they are more than eight or fewer than the type has, as nothing at all.
/// @param bytes  in the order in which they lie in memory, the lowest first
std::string shown(const Type& type, std::string_view bytes);

}  // namespace interleave
