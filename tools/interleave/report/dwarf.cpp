// tools/interleave/report/dwarf.cpp: see dwarf.hpp.
#include "interleave/report/dwarf.hpp"

#include <dwarf.h>
#include <fmt/core.h>

namespace interleave::dwarf {

namespace {

// Deeper than any sane type; a broken file must not end in an endless descent.
constexpr int kDeepest = 32;

std::optional<Dwarf_Die> reference(Dwarf_Die die, unsigned attribute) {
  Dwarf_Attribute found;
  Dwarf_Die target;
  if (dwarf_attr_integrate(&die, attribute, &found) == nullptr) return {};
  if (dwarf_formref_die(&found, &target) == nullptr) return {};
  return target;
}

bool is_transparent(Dwarf_Die type) {
  const int tag = dwarf_tag(&type);
  return tag == DW_TAG_typedef || tag == DW_TAG_const_type || tag == DW_TAG_volatile_type;
}

Type::Kind kind_of_base(Dwarf_Die type) {
  switch (number_of(type, DW_AT_encoding).value_or(0)) {
    case DW_ATE_boolean:
      return Type::Kind::boolean;
    case DW_ATE_float:
      return Type::Kind::real;
    case DW_ATE_signed:
      return Type::Kind::signed_number;
    case DW_ATE_unsigned:
      return Type::Kind::unsigned_number;
    // "signed char" and "unsigned char" are numbers to those who choose them.
    case DW_ATE_signed_char:
      return name_of(type) == "char" ? Type::Kind::character : Type::Kind::signed_number;
    case DW_ATE_unsigned_char:
      return name_of(type) == "char" ? Type::Kind::character : Type::Kind::unsigned_number;
    case DW_ATE_UTF:
      return Type::Kind::character;
    default:
      return Type::Kind::unknown;
  }
}

Type enumeration(Dwarf_Die die) {
  Type type{Type::Kind::enumeration, static_cast<int>(size_of(die)), name_of(die)};
  for_each_child(die, [&](Dwarf_Die child) {
    Dwarf_Attribute value;
    Dwarf_Sword number = 0;
    if (dwarf_attr(&child, DW_AT_const_value, &value) == nullptr || dwarf_formsdata(&value, &number) != 0) return;
    type.enumerators.emplace_back(number, name_of(child));
  });
  return type;
}

bool is_reserved(const std::string& name) {
  return name.starts_with('_') && name.size() > 1 && (name[1] == '_' || (name[1] >= 'A' && name[1] <= 'Z'));
}

std::optional<Dwarf_Die> member_at(Dwarf_Die type, std::uint64_t offset, std::uint64_t& begin) {
  std::optional<Dwarf_Die> found;
  for_each_child(type, [&](Dwarf_Die child) {
    const int tag = dwarf_tag(&child);
    // A static member has no place in the object.
    if (dwarf_hasattr(&child, DW_AT_external) != 0) return;
    if (found || (tag != DW_TAG_member && tag != DW_TAG_inheritance)) return;
    const std::optional<Dwarf_Die> its_type = type_of(child);
    const std::uint64_t first = number_of(child, DW_AT_data_member_location).value_or(0);
    if (!its_type || offset < first || offset >= first + size_of(*its_type)) return;
    found = child;
    begin = first;
  });
  return found;
}

std::uint64_t count_of(Dwarf_Die range) {
  if (const auto count = number_of(range, DW_AT_count)) return *count;
  if (const auto last = number_of(range, DW_AT_upper_bound)) return *last + 1;
  return 0;
}

// int slots[2][3]: one array type with two ranges.
Part element_at(Dwarf_Die array, std::uint64_t offset, const std::function<Part(Dwarf_Die, std::uint64_t)>& descend) {
  const std::optional<Dwarf_Die> element = type_of(array);
  const std::uint64_t element_size = element ? size_of(*element) : 0;
  if (element_size == 0) return {};
  std::uint64_t index = offset / element_size;
  std::vector<std::uint64_t> counts;
  for_each_child(array, [&](Dwarf_Die range) {
    if (dwarf_tag(&range) == DW_TAG_subrange_type) counts.push_back(count_of(range));
  });
  std::string indices;
  for (std::size_t i = counts.size(); i-- > 0;) {
    const bool outermost = i == 0 || counts[i] == 0;
    indices = fmt::format("[{}]", outermost ? index : index % counts[i]) + indices;
    if (!outermost) index /= counts[i];
  }
  Part part = descend(*element, offset % element_size);
  part.suffix = indices + part.suffix;
  return part;
}

Part part_at(Dwarf_Die type, std::uint64_t offset, int depth) {
  const int tag = dwarf_tag(&type);
  const auto descend = [depth](Dwarf_Die inner, std::uint64_t at) { return part_at(inner, at, depth + 1); };
  if (depth > kDeepest) return {};
  if (tag == DW_TAG_array_type) return element_at(type, offset, descend);
  if (tag != DW_TAG_structure_type && tag != DW_TAG_class_type && tag != DW_TAG_union_type) {
    return {"", offset == 0 ? plain_type(type) : Type{}};
  }
  std::uint64_t begin = 0;
  const std::optional<Dwarf_Die> member = member_at(type, offset, begin);
  if (!member) return {};
  Part part = descend(*type_of(*member), offset - begin);
  const std::string name = name_of(*member);
  Dwarf_Die entry = *member;
  if (dwarf_tag(&entry) == DW_TAG_member && !name.empty() && !is_reserved(name)) part.suffix = "." + name + part.suffix;
  return part;
}

}  // namespace

std::string text_of(Dwarf_Die die, unsigned attribute) {
  Dwarf_Attribute found;
  const char* const text = dwarf_formstring(dwarf_attr_integrate(&die, attribute, &found));
  return text == nullptr ? "" : text;
}

std::string name_of(Dwarf_Die die) { return text_of(die, DW_AT_name); }

std::optional<std::uint64_t> number_of(Dwarf_Die die, unsigned attribute) {
  Dwarf_Attribute found;
  Dwarf_Word number = 0;
  if (dwarf_attr_integrate(&die, attribute, &found) == nullptr || dwarf_formudata(&found, &number) != 0) return {};
  return number;
}

std::optional<Dwarf_Die> type_of(Dwarf_Die die) {
  std::optional<Dwarf_Die> type = reference(die, DW_AT_type);
  for (int i = 0; i < kDeepest && type && is_transparent(*type); ++i) type = reference(*type, DW_AT_type);
  return type;
}

std::optional<std::uint64_t> fixed_address_of(Dwarf_Die die) {
  Dwarf_Attribute location;
  Dwarf_Op* operations = nullptr;
  std::size_t count = 0;
  if (dwarf_attr_integrate(&die, DW_AT_location, &location) == nullptr) return {};
  if (dwarf_getlocation(&location, &operations, &count) != 0 || count != 1) return {};
  if (operations[0].atom == DW_OP_addr) return operations[0].number;
  Dwarf_Attribute address;
  Dwarf_Addr value = 0;
  // clang keeps addresses in a table of their own.
  if (operations[0].atom != DW_OP_addrx || dwarf_getlocation_attr(&location, operations, &address) != 0) return {};
  if (dwarf_formaddr(&address, &value) != 0) return {};
  return value;
}

void for_each_child(Dwarf_Die die, const std::function<void(Dwarf_Die)>& visit) {
  Dwarf_Die child;
  for (int more = dwarf_child(&die, &child); more == 0; more = dwarf_siblingof(&child, &child)) visit(child);
}

std::uint64_t size_of(Dwarf_Die type) {
  Dwarf_Word size = 0;
  return dwarf_aggregate_size(&type, &size) == 0 ? size : 0;
}

Type plain_type(Dwarf_Die type) {
  const int size = static_cast<int>(size_of(type));
  switch (dwarf_tag(&type)) {
    case DW_TAG_base_type:
      return {kind_of_base(type), size, name_of(type)};
    case DW_TAG_pointer_type:
      return {Type::Kind::pointer, size, "pointer"};
    case DW_TAG_reference_type:
      return {Type::Kind::pointer, size, "reference"};
    case DW_TAG_enumeration_type:
      return enumeration(type);
    default:
      return {Type::Kind::unknown, size, name_of(type)};
  }
}

Part part_at(Dwarf_Die type, std::uint64_t offset) { return part_at(type, offset, 0); }

}  // namespace interleave::dwarf
