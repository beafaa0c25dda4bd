// tools/workbook/race/histogram.cpp: see histogram.hpp.
#include "race/histogram.hpp"

#include "terminal/printable.hpp"
#include "terminal/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace workbook {

namespace {

constexpr int kLabelColumns = 34;
constexpr int kBarColumns = 28;

// In eighths of a column; whatever happened at all is seen.
std::string drawn(int count, int largest, bool utf8) {
  constexpr std::array kEighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (count == 0) return "";
  const std::int64_t eighths = std::max<std::int64_t>(1, std::int64_t{count} * kBarColumns * 8 / largest);
  if (!utf8) return std::string(static_cast<std::size_t>((eighths + 7) / 8), '#');
  std::string bar;
  for (std::int64_t column = 0; column < eighths / 8; ++column) bar += "█";
  return bar + kEighths[static_cast<std::size_t>(eighths % 8)];
}

}  // namespace

std::string plain(const std::string& text, int columns, bool utf8) {
  std::string shown = printable(text, utf8);
  if (columns_of(shown) <= columns) return shown;
  return shown.substr(0, bytes_of(shown, columns - 3)) + "...";
}

std::string histogram(const std::vector<Bar>& bars, bool utf8, bool judged) {
  int largest = 0;
  for (const Bar& bar : bars) largest = std::max(largest, bar.count);
  std::string lines;
  for (const Bar& bar : bars) {
    const std::string drawing = padded(drawn(bar.count, largest, utf8), kBarColumns);
    const char* const verdict = !judged ? "" : bar.wrong ? "  wrong" : "  right";
    lines += fmt::format("  {} {} {:>6}{}\n", padded(plain(bar.label, kLabelColumns, utf8), kLabelColumns), drawing,
                         bar.count, verdict);
  }
  return lines;
}

}  // namespace workbook
