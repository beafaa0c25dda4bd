// tools/interleave/report/objects.cpp: see objects.hpp.
#include "interleave/report/objects.hpp"

#include <algorithm>
#include <string_view>

namespace interleave {

namespace {

// `slots[i]` and `slots[1]` alike: which element it is, the text does not say.
std::string without_indices(std::string_view name) {
  std::string kept;
  bool inside = false;
  for (const char letter : name) {
    if (letter == ']') inside = false;
    if (!inside) kept += letter;
    if (letter == '[') inside = true;
  }
  return kept;
}

bool names_exactly(const std::set<std::string>& names, const Field& field) {
  return std::ranges::any_of(
      names, [&](const std::string& name) { return without_indices(name) == without_indices(field.name); });
}

// `account` for its member `account.balance`, and `items_[0]` for the container `items_`.
bool names_around(const std::set<std::string>& names, const Field& field) {
  const auto is_part = [](std::string_view part, std::string_view whole) {
    return part.starts_with(whole) && part.size() > whole.size() &&
           std::string_view(".[-").find(part[whole.size()]) != std::string_view::npos;
  };
  return std::ranges::any_of(names, [&](const std::string& name) {
    return is_part(field.name, name) || (!field.has_value() && is_part(name, field.name));
  });
}

bool fits(const Use& use, const Field& field, std::int64_t offset) {
  if (field.has_value()) return offset == field.offset && use.size == field.size;
  // A lock or a wait is of the whole. What a class of the library reads and writes may be anywhere in it.
  return use.size > 0 || offset == field.offset;
}

std::pair<std::int64_t, std::int64_t> extent(const Layout& layout) {
  if (layout.fields.empty()) return {0, 0};
  std::int64_t first = layout.fields.front().offset;
  std::int64_t last = first;
  for (const Field& field : layout.fields) {
    first = std::min(first, field.offset);
    last = std::max(last, field.offset + field.size);
  }
  return {first, last};
}

}  // namespace

bool Use::is_value_of_own(const std::string& name) const {
  return !layouts.empty() && std::ranges::any_of(layouts.front()->fields, [&](const Field& field) {
    return field.name == name && field.has_value();
  });
}

Objects::Objects(const std::vector<Use>& uses) {
  std::map<std::string, std::vector<const Use*>> by_layout;
  std::map<std::string, std::shared_ptr<const Layout>> layouts;
  for (const Use& use : uses) {
    for (const auto& layout : use.layouts) {
      by_layout[layout->name].push_back(&use);
      layouts[layout->name] = layout;
    }
  }
  for (const auto& [name, its_uses] : by_layout) {
    std::vector<Object> candidates;
    for (const std::uint64_t begin : beginnings(its_uses, *layouts[name])) {
      Object object{layouts[name], begin, {}};
      if (explain(object, its_uses)) candidates.push_back(std::move(object));
    }
    add_best(std::move(candidates));
  }
}

std::set<std::uint64_t> Objects::beginnings(const std::vector<const Use*>& uses, const Layout& layout) {
  std::set<std::uint64_t> found;
  for (const Use* use : uses) {
    const bool own = use->layouts.front().get() == &layout;
    if (own && !use->assigns) continue;
    std::set<std::string> names = use->names;
    if (!own) std::erase_if(names, [&](const std::string& name) { return use->is_value_of_own(name); });
    if (names.size() != 1) continue;
    for (const Field& field : layout.fields) {
      // What a container does inside itself may be anywhere in it.
      const bool exact = field.has_value() ? use->size == field.size : use->size == 0;
      // `*next = 1` assigns to what the pointer points to.
      if (own && field.type.kind == Type::Kind::pointer) continue;
      if (exact && names_exactly(names, field)) found.insert(use->address - static_cast<std::uint64_t>(field.offset));
    }
  }
  return found;
}

bool Objects::explain(Object& object, const std::vector<const Use*>& uses) {
  const auto [first, last] = extent(*object.layout);
  std::set<int> callers;
  for (const Use* use : uses) {
    const auto offset = static_cast<std::int64_t>(use->address - object.begin);
    if (offset < first || offset >= last) continue;
    const Field* const field = object.layout->at(offset);
    if (field == nullptr || !fits(*use, *field, offset)) return false;
    if (use->layouts.front() == object.layout) callers.insert(use->thread);
    if (use->names.empty()) continue;
    if (!names_exactly(use->names, *field) && !names_around(use->names, *field)) return false;
    object.explained.insert(use->address);
  }
  // A frame is that of one call.
  return !object.explained.empty() && callers.size() <= 1;
}

void Objects::add_best(std::vector<Object> candidates) {
  const auto overlap = [](const Object& one, const Object& other) {
    const auto [first, last] = extent(*one.layout);
    const auto distance = static_cast<std::int64_t>(one.begin - other.begin);
    return distance != 0 && std::abs(distance) < last - first;
  };
  for (const Object& object : candidates) {
    const bool doubtful = std::ranges::any_of(candidates, [&](const Object& other) {
      return overlap(object, other) && other.explained.size() >= object.explained.size();
    });
    if (!doubtful) objects_.push_back(object);
  }
}

std::vector<Objects::Found> Objects::at(std::uint64_t address) const {
  std::vector<Found> all;
  for (const Object& object : objects_) {
    const auto offset = static_cast<std::int64_t>(address - object.begin);
    const Field* const field = object.layout->at(offset);
    if (field == nullptr) continue;
    Found found{object.layout.get(), field, offset == field->offset, true};
    for (const Object& other : objects_) {
      if (other.layout == object.layout && other.begin != object.begin) found.only_one = false;
    }
    all.push_back(found);
  }
  return all;
}

}  // namespace interleave
