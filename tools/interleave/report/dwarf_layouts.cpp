// tools/interleave/report/dwarf_layouts.cpp: see dwarf_layouts.hpp.
#include "interleave/report/dwarf_layouts.hpp"

#include "interleave/report/dwarf.hpp"

#include <dwarf.h>
#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace interleave::dwarf {

namespace {

constexpr int kDeepest = 8;                 // members of members
constexpr std::int64_t kMostElements = 64;  // of an array, each a field

struct Free {
  void operator()(Dwarf_Die* scopes) const { std::free(scopes); }
};

bool is_class(Dwarf_Die type) {
  const int tag = dwarf_tag(&type);
  return tag == DW_TAG_structure_type || tag == DW_TAG_class_type;
}

bool is_reference(Dwarf_Die type) {
  const int tag = dwarf_tag(&type);
  return tag == DW_TAG_reference_type || tag == DW_TAG_rvalue_reference_type;
}

// The entries around an entry, from the inside out, itself first.
std::vector<Dwarf_Die> scopes_around(Dwarf_Die die) {
  Dwarf_Die* scopes = nullptr;
  const int count = dwarf_getscopes_die(&die, &scopes);
  const std::unique_ptr<Dwarf_Die, Free> owner(scopes);
  return count <= 0 ? std::vector<Dwarf_Die>{} : std::vector<Dwarf_Die>(scopes, scopes + count);
}

bool is_of_the_library(Dwarf_Die type) {
  return std::ranges::any_of(scopes_around(type), [](Dwarf_Die scope) {
    return dwarf_tag(&scope) == DW_TAG_namespace && (name_of(scope) == "std" || name_of(scope) == "__gnu_cxx");
  });
}

// Takes a variable apart into fields.
class Fields {
 public:
  explicit Fields(std::vector<Field>& fields) : fields_(fields) {}

  void add(Dwarf_Die type, const std::string& name, std::int64_t offset, int depth = 0) {
    if (depth > kDeepest || is_reference(type)) return;
    const int tag = dwarf_tag(&type);
    if (tag == DW_TAG_array_type) return add_elements(type, name, offset, depth);
    if (is_class(type) && !is_of_the_library(type)) return add_members(type, name, offset, depth);
    const auto size = static_cast<std::int64_t>(size_of(type));
    // An atomic's value is its first and only member.
    const bool atomic = name_of(type).starts_with("atomic<");
    const Type plain = atomic ? part_at(type, 0).type : plain_type(type);
    if (size > 0) fields_.push_back({name, offset, size, plain});
  }

  void add_members(Dwarf_Die type, const std::string& name, std::int64_t offset, int depth) {
    for_each_child(type, [&](Dwarf_Die child) {
      const int tag = dwarf_tag(&child);
      if (tag != DW_TAG_member && tag != DW_TAG_inheritance) return;
      const std::optional<Dwarf_Die> its_type = type_of(child);
      const std::optional<std::uint64_t> its_offset = number_of(child, DW_AT_data_member_location);
      if (!its_type || !its_offset) return;  // a static member
      const std::string own = tag == DW_TAG_member ? name_of(child) : "";
      const std::string link = name.empty() || own.empty() ? "" : ".";
      add(*its_type, name + link + own, offset + static_cast<std::int64_t>(*its_offset), depth + 1);
    });
  }

 private:
  void add_elements(Dwarf_Die array, const std::string& name, std::int64_t offset, int depth) {
    const std::optional<Dwarf_Die> element = type_of(array);
    const auto size = element ? static_cast<std::int64_t>(size_of(*element)) : 0;
    const auto count = size > 0 ? static_cast<std::int64_t>(size_of(array)) / size : 0;
    int dimensions = 0;
    for_each_child(array, [&](Dwarf_Die) { ++dimensions; });
    if (dimensions != 1) return;
    for (std::int64_t i = 0; i < std::min(count, kMostElements); ++i) {
      add(*element, fmt::format("{}[{}]", name, i), offset + i * size, depth + 1);
    }
  }

  std::vector<Field>& fields_;
};

// Where a local variable lies in its function's frame.
std::optional<std::int64_t> offset_in_frame(Dwarf_Die variable) {
  Dwarf_Attribute location;
  Dwarf_Op* operations = nullptr;
  std::size_t count = 0;
  if (dwarf_attr(&variable, DW_AT_location, &location) == nullptr) return {};
  if (dwarf_getlocation(&location, &operations, &count) != 0 || count != 1) return {};
  if (operations[0].atom != DW_OP_fbreg) return {};
  return static_cast<std::int64_t>(operations[0].number);
}

void add_locals(Dwarf_Die block, std::vector<Field>& fields) {
  for_each_child(block, [&](Dwarf_Die child) {
    const int tag = dwarf_tag(&child);
    if (tag == DW_TAG_lexical_block) add_locals(child, fields);
    if (tag != DW_TAG_variable && tag != DW_TAG_formal_parameter) return;
    const std::string name = name_of(child);
    const std::optional<Dwarf_Die> type = type_of(child);
    const std::optional<std::int64_t> offset = offset_in_frame(child);
    if (!name.empty() && type && offset) Fields(fields).add(*type, name, *offset);
  });
}

std::shared_ptr<const Layout> finished(Layout layout, Dwarf_Die die) {
  layout.name = fmt::format("{} {:#x}", name_of(die), dwarf_dieoffset(&die));
  return std::make_shared<const Layout>(std::move(layout));
}

void add_frame(Layouts& layouts, Dwarf_Die function) {
  Layout layout{.name = "", .is_frame = true, .fields = {}};
  add_locals(function, layout.fields);
  layouts.push_back(finished(std::move(layout), function));
}

void add_object(Layouts& layouts, Dwarf_Die type) {
  if (is_of_the_library(type)) return;
  Layout layout;
  Fields(layout.fields).add_members(type, "", 0, 0);
  if (!layout.fields.empty()) layouts.push_back(finished(std::move(layout), type));
}

std::optional<Dwarf_Die> pointee_of(Dwarf_Die variable) {
  const std::optional<Dwarf_Die> type = type_of(variable);
  if (!type || dwarf_tag(&const_cast<Dwarf_Die&>(*type)) != DW_TAG_pointer_type) return {};
  return type_of(*type);
}

// The class of the object that a function is called for.
std::optional<Dwarf_Die> class_of(Dwarf_Die function) {
  Dwarf_Attribute pointer;
  Dwarf_Die parameter;
  if (dwarf_attr_integrate(&function, DW_AT_object_pointer, &pointer) == nullptr) return {};
  if (dwarf_formref_die(&pointer, &parameter) == nullptr) return {};
  return pointee_of(parameter);
}

bool is_lambda(Dwarf_Die type) {
  const std::string name = name_of(type);
  return name.empty() || name.starts_with("<lambda");  // clang++ and g++
}

// What a lambda captures lies elsewhere: in the object of the function around it, and in that function's frame.
void add_captured(Layouts& layouts, Dwarf_Die lambda) {
  for_each_child(lambda, [&](Dwarf_Die child) {
    const std::string name = name_of(child);
    if (dwarf_tag(&child) != DW_TAG_member || (name != "__this" && name != "this")) return;
    if (const std::optional<Dwarf_Die> type = pointee_of(child)) add_object(layouts, *type);
  });
  for (Dwarf_Die scope : scopes_around(lambda)) {
    if (dwarf_tag(&scope) == DW_TAG_subprogram) add_frame(layouts, scope);
  }
}

}  // namespace

Layouts layouts_of(Dwarf_Die function) {
  Layouts layouts;
  add_frame(layouts, function);
  const std::optional<Dwarf_Die> type = class_of(function);
  if (!type) return layouts;
  if (is_lambda(*type)) {
    add_captured(layouts, *type);
  } else {
    add_object(layouts, *type);
  }
  return layouts;
}

}  // namespace interleave::dwarf
