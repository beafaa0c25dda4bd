// common/workbook/arguments.hpp: reads numbers from a command line and says plainly what is wrong with them.
#pragma once

#include <charconv>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace workbook {

/// A command line that could not be understood; what() is one line for the person who typed it.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Exit code of a program that was asked for something it does not do.
inline constexpr int kExitUsage = 2;

/// Reads positional arguments one after the other. Each has a name, used in messages, and a default.
/// Not for use by several threads at once.
class Arguments {
 public:
  Arguments(int argc, char** argv) : words_(argv + (argc > 0 ? 1 : 0), argv + argc) {}

  /// The next argument as a finite number.
  /// @throws UsageError  naming the argument, what was got and what is wanted
  double number(std::string_view name, double otherwise) {
    double value = otherwise;
    if (!read(name, "a finite number such as 2.5 or 1e3", value)) return otherwise;
    return value;
  }

  /// The next argument as a whole number from `lowest` to `highest`.
  /// @throws UsageError  naming the argument, what was got and what is wanted
  template <std::integral Whole>
  Whole whole(std::string_view name, Whole otherwise, Whole lowest, Whole highest) {
    const std::string wanted = "a whole number from " + std::to_string(lowest) + " to " + std::to_string(highest);
    Whole value = otherwise;
    if (!read(name, wanted, value)) return otherwise;
    if (value < lowest || value > highest) refuse(name, words_[next_ - 1], wanted);
    return value;
  }

  /// Call after the last argument: refuses what nobody asked for.
  /// @throws UsageError  naming the first argument too many
  void end() const {
    if (next_ < words_.size()) {
      throw UsageError("got one argument too many: '" + words_[next_] + "', wanted at most " + std::to_string(next_));
    }
  }

 private:
  template <class Number>
  bool read(std::string_view name, const std::string& wanted, Number& value) {
    if (next_ == words_.size()) return false;
    const std::string& word = words_[next_++];
    const char* const last = word.data() + word.size();
    const auto [end, error] = std::from_chars(word.data(), last, value);
    bool good = error == std::errc() && end == last;
    if constexpr (std::floating_point<Number>) good = good && std::isfinite(value);
    if (!good) refuse(name, word, wanted);
    return true;
  }

  [[noreturn]] static void refuse(std::string_view name, const std::string& got, const std::string& wanted) {
    throw UsageError(std::string(name) + " is '" + got + "', wanted " + wanted);
  }

  std::vector<std::string> words_;
  std::size_t next_ = 0;
};

}  // namespace workbook
