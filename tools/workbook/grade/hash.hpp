// tools/workbook/grade/hash.hpp: a number for a text, the same on every machine and in every run, unlike std::hash.
#pragma once

#include <cstdint>
#include <string_view>

namespace workbook {

inline constexpr std::uint64_t kEmptyHash = 14'695'981'039'346'656'037U;

/// FNV-1a: mixes `text` into `hash`, which is kEmptyHash in the beginning.
constexpr std::uint64_t mixed(std::uint64_t hash, std::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
  return (hash ^ 0xff) * 1'099'511'628'211U;  // an end, so that "a", "bc" is not "ab", "c"
}

}  // namespace workbook
