// tools/workbook/grade/similarity.hpp: which answers of a class are so alike that a person should look at them.
// It lists, and judges nothing: short answers to one exercise are alike by themselves.
// Pure: no I/O, so any thread may call it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace workbook {

/// Two answers that have passages in common.
struct SimilarPair {
  std::size_t one = 0;  ///< index of an answer; one < other
  std::size_t other = 0;
  std::size_t shared = 0;  ///< fingerprints that both have, and few others
  double share = 0;        ///< of the fingerprints of the one that has fewer, 0 to 1
  /// Where the shared passages begin, (line in one, line in other), in the order of the first.
  std::vector<std::pair<int, int>> lines;
};

/// What is worth a look.
struct SimilarityLimits {
  double least_share = 0.5;
  std::size_t least_shared = 4;
  /// Passages that more answers than this share are what the exercise asks for, and are left out.
  double most_of_class = 0.25;
};

/// The pairs of answers that are worth a look, the most alike first.
/// @param answers  the texts
/// @param given    what was given to everybody: starter, reference solution; its passages are left out
std::vector<SimilarPair> similar_pairs(const std::vector<std::string>& answers, const std::vector<std::string>& given,
                                       const SimilarityLimits& limits = {});

}  // namespace workbook
