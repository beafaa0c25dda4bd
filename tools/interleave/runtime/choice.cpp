// tools/interleave/runtime/choice.cpp: see choice.hpp.
#include "choice.hpp"

#include <charconv>

namespace interleave {
namespace {

template <class Number>
bool take_number(std::string_view& text, Number& number, int base) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (error != std::errc()) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

bool take_point(std::string_view part, Replay& replay) {
  std::uintptr_t address = 0;
  if (!take_number(part, address, 16) || !part.empty()) return false;
  replay.points.push_back(address);
  return true;
}

bool take_deviation(std::string_view part, Replay& replay) {
  Deviation deviation;
  if (!take_number(part, deviation.step, 10) || !part.starts_with(':')) return false;
  part.remove_prefix(1);
  constexpr std::string_view kLetters = "twsof";
  if (!part.empty() && kLetters.find(part.front()) != std::string_view::npos) {
    deviation.way = static_cast<Way>(part.front());
    part.remove_prefix(1);
  }
  if (!take_number(part, deviation.value, 10) || !part.empty()) return false;
  if (deviation.step < 1 || deviation.value < 0 || deviation.value >= kMostThreads) return false;
  // One choice a step, in the order of the steps: any other would never be looked at.
  if (!replay.deviations.empty() && replay.deviations.back().step >= deviation.step) return false;
  replay.deviations.push_back(deviation);
  return true;
}

}  // namespace

std::optional<Replay> parse_replay(std::string_view text) {
  Replay replay;
  if (text == "-") return replay;
  while (true) {
    const std::size_t comma = text.find(',');
    const std::string_view part = text.substr(0, comma);
    const bool taken = part.starts_with('+') ? take_point(part.substr(1), replay) : take_deviation(part, replay);
    if (!taken) return std::nullopt;
    if (comma == std::string_view::npos) return replay;
    text.remove_prefix(comma + 1);
  }
}

std::string format_replay(const Replay& replay) {
  std::string text;
  const auto separate = [&] {
    if (!text.empty()) text += ',';
  };
  for (const std::uintptr_t point : replay.points) {
    separate();
    char digits[2 * sizeof point] = {};
    text += '+';
    text.append(digits, std::to_chars(digits, digits + sizeof digits, point, 16).ptr);
  }
  for (const Deviation& deviation : replay.deviations) {
    separate();
    text += std::to_string(deviation.step) + ':';
    if (deviation.way != Way::plain) text += static_cast<char>(deviation.way);
    text += std::to_string(deviation.value);
  }
  return text.empty() ? "-" : text;
}

}  // namespace interleave
