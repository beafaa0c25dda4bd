// tools/interleave/report/dwarf.hpp: small questions to libdw about one entry of the debug information.
#pragma once

#include "interleave/report/values.hpp"

#include <elfutils/libdw.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace interleave::dwarf {

/// The entry's name, also from the declaration or the origin that it refers to; empty where it has none.
std::string name_of(Dwarf_Die die);

/// A text such as DW_AT_comp_dir; empty where the entry has no such attribute.
std::string text_of(Dwarf_Die die, unsigned attribute);

/// A number such as DW_AT_byte_size; empty where the entry has no such attribute.
std::optional<std::uint64_t> number_of(Dwarf_Die die, unsigned attribute);

/// The type of a variable or member, without typedefs, const and volatile.
std::optional<Dwarf_Die> type_of(Dwarf_Die die);

/// The address of a variable that is always at the same place.
std::optional<std::uint64_t> fixed_address_of(Dwarf_Die die);

/// Calls `visit` for each child; it may call for_each_child again.
void for_each_child(Dwarf_Die die, const std::function<void(Dwarf_Die)>& visit);

/// Bytes that a value of the type takes; 0 where that is not known.
std::uint64_t size_of(Dwarf_Die type);

/// A type as Type describes it; Kind::unknown for classes and arrays.
Type plain_type(Dwarf_Die type);

/// The part of a variable that begins at an offset.
struct Part {
  std::string suffix;  ///< what follows the variable's name: `.balance`, `[1]`
  Type type;
};

/// Follows members, bases and elements down to the one that begins at `offset`. Members whose names are reserved to the
/// library leave no trace in the suffix, so that what a std::atomic or std::array holds has the name of the whole.
Part part_at(Dwarf_Die type, std::uint64_t offset);

}  // namespace interleave::dwarf
