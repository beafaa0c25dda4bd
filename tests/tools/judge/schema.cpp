// tests/tools/judge/schema.cpp: see schema.hpp.
#include "schema.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <regex>
#include <stdexcept>

namespace schema {

namespace {

using nlohmann::json;

bool is_of_type(const json& value, const std::string& type) {
  if (type == "integer") return value.is_number_integer();
  return type == value.type_name();
}

// One walk through a document. Each keyword has a function, which is given the keyword's value.
class Walk {
 public:
  explicit Walk(const json& root) : root_(root) {}

  void check(const json& schema, const json& value, const std::string& path) {
    for (const auto& [keyword, wanted] : schema.items()) {
      const auto rule = rules_.find(keyword);
      if (rule == rules_.end()) throw std::runtime_error("the schema has '" + keyword + "', which is unknown here");
      rule->second({schema, wanted, value, path});
    }
  }

  std::vector<std::string> violations;

 private:
  struct At {
    const json& schema;
    const json& wanted;
    const json& value;
    const std::string& path;
  };
  using Rule = std::function<void(const At&)>;

  void demand(bool holds, const At& at, const std::string& reason) {
    if (!holds) violations.push_back(at.path + ": " + at.value.dump() + ' ' + reason + ' ' + at.wanted.dump());
  }

  void check_type(const At& at) {
    const json types = at.wanted.is_array() ? at.wanted : json::array({at.wanted});
    demand(std::ranges::any_of(types, [&](const json& type) { return is_of_type(at.value, type); }), at,
           "is not of type");
  }

  void check_required(const At& at) {
    for (const json& key : at.wanted) demand(!at.value.is_object() || at.value.contains(key), at, "lacks one of");
  }

  void check_properties(const At& at) {
    for (const auto& [key, schema] : at.wanted.items()) {
      if (at.value.is_object() && at.value.contains(key)) check(schema, at.value[key], at.path + '/' + key);
    }
  }

  void check_additional(const At& at) {
    if (!at.value.is_object()) return;
    for (const auto& [key, ignored] : at.value.items()) {
      demand(at.schema["properties"].contains(key), at, "has '" + key + "' though others are");
    }
  }

  void check_items(const At& at) {
    if (!at.value.is_array()) return;
    for (std::size_t i = 0; i < at.value.size(); ++i) check(at.wanted, at.value[i], at.path + '/' + std::to_string(i));
  }

  void check_any(const At& at) {
    const bool fits = std::ranges::any_of(at.wanted, [&](const json& schema) {
      Walk walk(root_);
      walk.check(schema, at.value, at.path);
      return walk.violations.empty();
    });
    demand(fits, at, "is none of");
  }

  void check_pattern(const At& at) {
    const bool fits = !at.value.is_string() ||
                      std::regex_search(at.value.get<std::string>(), std::regex(at.wanted.get<std::string>()));
    demand(fits, at, "does not match");
  }

  void follow(const At& at) {
    const std::string name = at.wanted.get<std::string>();
    check(root_.at(json::json_pointer(name.substr(1))), at.value, at.path);
  }

  static std::size_t size_of(const json& value) {
    return value.is_string() ? value.get<std::string>().size() : value.size();
  }

  const json& root_;
  const Rule nothing_ = [](const At&) {};
  const std::map<std::string, Rule> rules_{
      {"$schema", nothing_},
      {"$defs", nothing_},
      {"title", nothing_},
      {"description", nothing_},
      {"$ref", [this](const At& at) { follow(at); }},
      {"type", [this](const At& at) { check_type(at); }},
      {"const", [this](const At& at) { demand(at.value == at.wanted, at, "is not"); }},
      {"enum", [this](const At& at) { demand(std::ranges::count(at.wanted, at.value) > 0, at, "is none of"); }},
      {"required", [this](const At& at) { check_required(at); }},
      {"properties", [this](const At& at) { check_properties(at); }},
      {"additionalProperties", [this](const At& at) { check_additional(at); }},
      {"items", [this](const At& at) { check_items(at); }},
      {"anyOf", [this](const At& at) { check_any(at); }},
      {"pattern", [this](const At& at) { check_pattern(at); }},
      {"minimum", [this](const At& at) { demand(!at.value.is_number() || at.value >= at.wanted, at, "is less than"); }},
      {"maximum", [this](const At& at) { demand(!at.value.is_number() || at.value <= at.wanted, at, "is more than"); }},
      {"minLength", [this](const At& at) { demand(size_of(at.value) >= at.wanted, at, "is shorter than"); }},
      {"minItems", [this](const At& at) { demand(size_of(at.value) >= at.wanted, at, "has fewer than"); }},
      {"maxItems", [this](const At& at) { demand(size_of(at.value) <= at.wanted, at, "has more than"); }},
  };
};

}  // namespace

std::vector<std::string> violations(const json& schema, const json& document) {
  Walk walk(schema);
  walk.check(schema, document, "");
  return walk.violations;
}

}  // namespace schema
