// tools/judge/parent/printed.cpp: see printed.hpp.
#include "judge/parent/printed.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

namespace judge {

namespace {

constexpr std::size_t kKept = std::size_t{32} * 1024;
constexpr std::size_t kLongestLine = 200;

}  // namespace

Printed::Source Printed::read_from(int descriptor) {
  std::array<char, std::size_t{64} * 1024> buffer{};
  const ssize_t size = read(descriptor, buffer.data(), buffer.size());
  if (size < 0) return errno == EAGAIN || errno == EINTR ? Source::nothing_now : Source::closed;
  if (size == 0) return Source::closed;
  const auto count = static_cast<std::size_t>(size);
  bytes_ += count;
  const std::size_t to_first = std::min(count, kKept - first_.size());
  first_.append(buffer.data(), to_first);
  last_.append(buffer.data() + to_first, count - to_first);
  if (last_.size() > kKept) last_.erase(0, last_.size() - kKept);
  return Source::more;
}

std::string Printed::excerpt() const {
  const std::uint64_t left_out = bytes_ - first_.size() - last_.size();
  if (left_out == 0) return first_ + last_;
  return first_ + "\n[" + std::to_string(left_out) + " bytes left out]\n" + last_;
}

std::string Printed::last_line() const {
  std::string text = first_ + last_;
  text.erase(text.find_last_not_of(" \n\r\t") + 1);
  const std::size_t line_end = text.rfind('\n');
  if (line_end != std::string::npos) text.erase(0, line_end + 1);
  text.erase(0, text.find_first_not_of(" \t"));
  // The end of a long line says more: assertions begin with a signature and end with what failed.
  if (text.size() <= kLongestLine) return text;
  return "..." + text.substr(text.size() - kLongestLine);
}

std::string hole_named_in(const std::string& printed) {
  static constexpr std::string_view kBefore = "not done: ";
  const std::size_t start = printed.rfind(kBefore);
  if (start == std::string::npos) return "it says that it is not done";
  const std::size_t from = start + kBefore.size();
  return printed.substr(from, printed.find('\n', from) - from);
}

}  // namespace judge
