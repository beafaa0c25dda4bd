// tools/workbook/grade/fingerprints.cpp: see fingerprints.hpp.
#include "grade/fingerprints.hpp"

#include "grade/hash.hpp"
#include "grade/tokens.hpp"

#include <algorithm>
#include <vector>

namespace workbook {

namespace {

std::vector<std::uint64_t> hashes_of_passages(const std::vector<Token>& tokens) {
  std::vector<std::uint64_t> hashes;
  for (std::size_t first = 0; first + kNoiseTokens <= tokens.size(); ++first) {
    std::uint64_t hash = kEmptyHash;
    for (std::size_t i = first; i < first + kNoiseTokens; ++i) hash = mixed(hash, tokens[i].kind);
    hashes.push_back(hash);
  }
  return hashes;
}

}  // namespace

Fingerprints fingerprints_of(std::string_view source) {
  const std::vector<Token> tokens = tokens_of(source);
  const std::vector<std::uint64_t> hashes = hashes_of_passages(tokens);
  Fingerprints chosen;
  // Of each window the smallest hash, of equal ones the last: so two texts choose alike where they are alike.
  constexpr std::size_t kWindow = kSureTokens - kNoiseTokens + 1;
  const std::size_t windows = hashes.empty() ? 0 : std::max<std::size_t>(hashes.size(), kWindow) - kWindow + 1;
  for (std::size_t first = 0; first < windows; ++first) {
    const std::size_t end = std::min(first + kWindow, hashes.size());
    std::size_t smallest = first;
    for (std::size_t i = first; i < end; ++i) {
      if (hashes[i] <= hashes[smallest]) smallest = i;
    }
    chosen.try_emplace(hashes[smallest], tokens[smallest].line);
  }
  return chosen;
}

}  // namespace workbook
