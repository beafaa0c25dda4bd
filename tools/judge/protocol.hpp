// tools/judge/protocol.hpp: what judge and subject say to each other, over a private descriptor and nowhere else.
// One question goes down, one answer comes up, each a single datagram of "name value" lines under a nonce that the
// judge draws anew for every question.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace judge {

/// The subject's end of the private channel. High, so that it meets no descriptor that a program opens by itself.
inline constexpr int kPrivateDescriptor = 100;

/// The largest datagram either side sends, in bytes.
inline constexpr std::size_t kLargestMessage = std::size_t{64} * 1024;

/// Named values, in transit as text. Numbers survive the journey exactly.
/// Not for use by several threads at once.
class Facts {
 public:
  void set(std::string_view name, std::string_view text);
  void set(std::string_view name, const char* text) { set(name, std::string_view(text)); }
  void set(std::string_view name, double value);
  void set(std::string_view name, std::int64_t value);
  void set(std::string_view name, int value) { set(name, static_cast<std::int64_t>(value)); }
  void set(std::string_view name, std::size_t value) { set(name, static_cast<std::int64_t>(value)); }
  void set(std::string_view name, bool value) { set(name, std::int64_t{value ? 1 : 0}); }
  void set(std::string_view name, const std::vector<std::int64_t>& values);
  void set(std::string_view name, const std::vector<double>& values);

  bool has(std::string_view name) const;
  /// @throws ProtocolError  where the name is missing or its value is of another kind; so do the rest
  const std::string& text(std::string_view name) const;
  double number(std::string_view name) const;
  std::int64_t whole(std::string_view name) const;
  int count(std::string_view name) const { return static_cast<int>(whole(name)); }
  bool flag(std::string_view name) const { return whole(name) != 0; }
  std::vector<std::int64_t> wholes(std::string_view name) const;
  std::vector<double> numbers(std::string_view name) const;

  const std::map<std::string, std::string, std::less<>>& all() const { return values_; }

 private:
  std::map<std::string, std::string, std::less<>> values_;
};

/// Something came over the private channel that no subject of ours says.
class ProtocolError : public std::exception {
 public:
  explicit ProtocolError(std::string what) : what_(std::move(what)) {}
  const char* what() const noexcept override { return what_.c_str(); }

 private:
  std::string what_;
};

/// A question: which scenario to run, and with what.
/// An answer: the same form, the scenario's name repeated.
struct Message {
  std::string nonce;
  std::string scenario;
  Facts facts;
};

std::string encode(const Message& message);

/// @throws ProtocolError  where `bytes` are not what encode() makes
Message decode(std::string_view bytes);

}  // namespace judge
