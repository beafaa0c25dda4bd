// tests/tools/judge/schema.hpp: as much of JSON Schema as docs/verdict.schema.json uses.
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace schema {

/// Where `document` is not what `schema` demands, each as "path: reason"; none where it is.
/// @throws std::runtime_error  where the schema has a keyword that this knows nothing of
std::vector<std::string> violations(const nlohmann::json& schema, const nlohmann::json& document);

}  // namespace schema
