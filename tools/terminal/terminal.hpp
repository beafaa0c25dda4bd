// tools/terminal/terminal.hpp: what may be written to the terminal, if it is one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace workbook {

/// Whether standard output takes colours: it is a terminal, and NO_COLOR is not set.
bool colours();

/// `text` in bold or in a colour, where colours() allows it.
std::string bold(std::string_view text);
std::string red(std::string_view text);
std::string green(std::string_view text);
std::string yellow(std::string_view text);

/// A command that shows what another one prints names the width of its window here, in the environment.
inline constexpr const char* kColumnsVariable = "WORKBOOK_COLUMNS";

/// How many columns the terminal on standard output has. Where it is none: what the environment names, or `otherwise`.
int columns(int otherwise);

struct TerminalSize {
  std::size_t columns = 80;
  std::size_t rows = 24;
};
/// Of the window that we write to; nothing where neither standard output nor standard error is one.
std::optional<TerminalSize> terminal_size();

/// One line on standard error that is written over and over, and is gone in the end. Silent where standard error is no
/// terminal. Not for use by several threads at once.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// Shows `text` in place of what stood there.
  void show(std::string_view text);
  /// Whether anybody sees it.
  bool visible() const { return terminal_; }
  /// Takes the line away, for something else to be printed.
  void clear();

 private:
  const bool terminal_;
  bool shown_ = false;
};

}  // namespace workbook
