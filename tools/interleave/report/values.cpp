// tools/interleave/report/values.cpp: see values.hpp. Written for processors that keep the lowest byte first.
#include "interleave/report/values.hpp"

#include <fmt/core.h>

#include <array>
#include <cstring>

namespace interleave {

namespace {

constexpr std::size_t kMostBytes = 8;

template <typename Number>
Number read_as(std::string_view bytes) {
  Number number{};
  std::memcpy(&number, bytes.data(), sizeof number);
  return number;
}

std::uint64_t unsigned_value(std::string_view bytes) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes.data(), bytes.size());
  return value;
}

std::int64_t signed_value(std::string_view bytes) {
  const int unused_bits = static_cast<int>(8 * (kMostBytes - bytes.size()));
  return static_cast<std::int64_t>(unsigned_value(bytes) << unused_bits) >> unused_bits;
}

std::string shown_real(std::string_view bytes) {
  if (bytes.size() == sizeof(float)) return fmt::format("{:.6g}", read_as<float>(bytes));
  if (bytes.size() == sizeof(double)) return fmt::format("{:.6g}", read_as<double>(bytes));
  if (bytes.size() == sizeof(long double)) {
    return fmt::format("{:.6g}", static_cast<double>(read_as<long double>(bytes)));
  }
  return {};
}

std::string shown_character(std::string_view bytes) {
  const std::uint64_t code = unsigned_value(bytes);
  const bool printable = code >= ' ' && code < 0x7F;
  return printable ? fmt::format("'{}'", static_cast<char>(code)) : fmt::format("{}", code);
}

std::string shown_enumerator(const Type& type, std::string_view bytes) {
  const std::int64_t value = signed_value(bytes);
  for (const auto& [known, name] : type.enumerators) {
    if (known == value) return name;
  }
  return fmt::format("{}", value);
}

// A large number of eight bytes may be an address, and these differ from run to run.
std::string shown_unknown(std::string_view bytes) {
  const std::uint64_t value = unsigned_value(bytes);
  return bytes.size() < kMostBytes || value <= 0xFFFF ? fmt::format("{:#x}", value) : std::string();
}

struct Named {
  std::string_view name;
  Type::Kind kind;
};

constexpr std::array kNamed{
    Named{"bool", Type::Kind::boolean},
    Named{"char", Type::Kind::character},
    Named{"signed char", Type::Kind::signed_number},
    Named{"unsigned char", Type::Kind::unsigned_number},
    Named{"short", Type::Kind::signed_number},
    Named{"int", Type::Kind::signed_number},
    Named{"long", Type::Kind::signed_number},
    Named{"long long", Type::Kind::signed_number},
    Named{"unsigned", Type::Kind::unsigned_number},
    Named{"unsigned short", Type::Kind::unsigned_number},
    Named{"unsigned int", Type::Kind::unsigned_number},
    Named{"unsigned long", Type::Kind::unsigned_number},
    Named{"unsigned long long", Type::Kind::unsigned_number},
    Named{"std::size_t", Type::Kind::unsigned_number},
    Named{"size_t", Type::Kind::unsigned_number},
    Named{"float", Type::Kind::real},
    Named{"double", Type::Kind::real},
    Named{"long double", Type::Kind::real},
};

}  // namespace

Type type_named(std::string_view name, int size) {
  if (name.ends_with('*')) return {Type::Kind::pointer, size, std::string(name)};
  for (const Named& named : kNamed) {
    if (named.name == name) return {named.kind, size, std::string(name)};
  }
  return {Type::Kind::unknown, size, std::string(name)};
}

std::string shown(const Type& type, std::string_view bytes) {
  if (bytes.empty() || (type.size != 0 && static_cast<int>(bytes.size()) < type.size)) return {};
  if (type.kind == Type::Kind::real) return shown_real(bytes);
  if (bytes.size() > kMostBytes) return {};
  switch (type.kind) {
    case Type::Kind::boolean:
      return unsigned_value(bytes) != 0 ? "true" : "false";
    case Type::Kind::character:
      return shown_character(bytes);
    case Type::Kind::signed_number:
      return fmt::format("{}", signed_value(bytes));
    case Type::Kind::unsigned_number:
      return fmt::format("{}", unsigned_value(bytes));
    case Type::Kind::enumeration:
      return shown_enumerator(type, bytes);
    case Type::Kind::pointer:
      return unsigned_value(bytes) == 0 ? "nullptr" : "a pointer";
    default:
      return shown_unknown(bytes);
  }
}

}  // namespace interleave
