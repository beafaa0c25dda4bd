// tools/workbook/grade/fingerprints.hpp: a few numbers that stand for a source text, by winnowing.
// S. Schleimer, D. Wilkerson, A. Aiken: "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD 2003.
// Pure: no I/O, so any thread may call it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>

namespace workbook {

/// Passages shorter than this many tokens are never seen: they are what everybody writes.
inline constexpr std::size_t kNoiseTokens = 12;
/// Passages of this many tokens or more, equal but for names and layout, are always seen.
inline constexpr std::size_t kSureTokens = 19;

/// Each fingerprint, and the line on which its passage begins. Of equal passages the first is kept.
using Fingerprints = std::map<std::uint64_t, int>;

/// The fingerprints of a source text; none where it has fewer than kNoiseTokens tokens.
Fingerprints fingerprints_of(std::string_view source);

}  // namespace workbook
