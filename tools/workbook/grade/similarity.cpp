// tools/workbook/grade/similarity.cpp: see similarity.hpp.
#include "grade/similarity.hpp"

#include "grade/fingerprints.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace workbook {

namespace {

// Which answers have a fingerprint.
using Holders = std::map<std::uint64_t, std::vector<std::size_t>>;

Holders holders_of(const std::vector<Fingerprints>& all) {
  Holders holders;
  for (std::size_t answer = 0; answer < all.size(); ++answer) {
    for (const auto& [fingerprint, line] : all[answer]) holders[fingerprint].push_back(answer);
  }
  return holders;
}

// Two may always share; else a class of four could never be told of a pair.
std::size_t most_holders(std::size_t answers, const SimilarityLimits& limits) {
  return std::max<std::size_t>(2, static_cast<std::size_t>(static_cast<double>(answers) * limits.most_of_class));
}

// Leaves of each answer what is its author's own: neither given nor what many have.
void keep_what_is_their_own(std::vector<Fingerprints>& all, const std::vector<std::string>& given,
                            const SimilarityLimits& limits) {
  Fingerprints of_given;
  for (const std::string& text : given) of_given.merge(fingerprints_of(text));
  const Holders holders = holders_of(all);
  const std::size_t most = most_holders(all.size(), limits);
  for (Fingerprints& fingerprints : all) {
    std::erase_if(fingerprints, [&](const auto& entry) {
      return of_given.contains(entry.first) || holders.at(entry.first).size() > most;
    });
  }
}

SimilarPair compared(const std::vector<Fingerprints>& all, std::size_t one, std::size_t other) {
  SimilarPair pair{one, other, 0, 0, {}};
  for (const auto& [fingerprint, line] : all[one]) {
    const auto found = all[other].find(fingerprint);
    if (found != all[other].end()) pair.lines.emplace_back(line, found->second);
  }
  std::ranges::sort(pair.lines);
  pair.shared = pair.lines.size();
  const std::size_t fewer = std::min(all[one].size(), all[other].size());
  pair.share = fewer == 0 ? 0 : static_cast<double>(pair.shared) / static_cast<double>(fewer);
  return pair;
}

}  // namespace

std::vector<SimilarPair> similar_pairs(const std::vector<std::string>& answers, const std::vector<std::string>& given,
                                       const SimilarityLimits& limits) {
  std::vector<Fingerprints> all;
  all.reserve(answers.size());
  for (const std::string& answer : answers) all.push_back(fingerprints_of(answer));
  keep_what_is_their_own(all, given, limits);

  std::map<std::pair<std::size_t, std::size_t>, std::size_t> shared;
  for (const auto& [fingerprint, holders] : holders_of(all)) {
    for (std::size_t i = 0; i < holders.size(); ++i) {
      for (std::size_t j = i + 1; j < holders.size(); ++j) ++shared[{holders[i], holders[j]}];
    }
  }
  std::vector<SimilarPair> pairs;
  for (const auto& [pair, count] : shared) {
    if (count < limits.least_shared) continue;
    SimilarPair found = compared(all, pair.first, pair.second);
    if (found.share >= limits.least_share) pairs.push_back(std::move(found));
  }
  std::ranges::sort(pairs, [](const SimilarPair& a, const SimilarPair& b) {
    return std::tuple(-a.share, a.one, a.other) < std::tuple(-b.share, b.one, b.other);
  });
  return pairs;
}

}  // namespace workbook
