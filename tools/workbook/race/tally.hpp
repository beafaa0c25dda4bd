// tools/workbook/race/tally.hpp: counts what many runs of one program came to.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace workbook {

/// What one run came to.
struct Outcome {
  std::string text;              ///< its result, or how it failed
  std::optional<double> number;  ///< the result, where it is one
  bool wrong = false;
};

/// One bar of a histogram: a result, or several that lie side by side.
struct Bar {
  std::string label;
  int count = 0;
  bool wrong = false;
};

class Tally {
 public:
  void add(const Outcome& outcome);

  int runs() const { return runs_; }
  int wrong() const { return wrong_; }
  /// How many different results there were.
  int different() const { return static_cast<int>(counts_.size()); }

  /// Numbers in their order, then the rest, the most frequent first. Where these are too many, neighbouring numbers
  /// share a bar, and rare texts share the last one. Wrong and right ones never share a bar.
  /// @param most  bars, >= 4; a few more may come where there are wrong and right results of either kind
  std::vector<Bar> bars(int most = 12) const;

  /// "187 of 200 runs were wrong", or the like, in one sentence.
  std::string summary() const;

 private:
  struct Key {
    bool wrong = false;
    std::optional<double> number;
    std::string text;
    friend bool operator<(const Key& one, const Key& other) {
      return std::tie(one.wrong, one.number, one.text) < std::tie(other.wrong, other.number, other.text);
    }
  };

  std::vector<Bar> bars_of_numbers(bool wrong, int most) const;
  std::vector<Bar> bars_of_texts(bool wrong, int most) const;

  std::map<Key, int> counts_;
  int runs_ = 0;
  int wrong_ = 0;
};

}  // namespace workbook
