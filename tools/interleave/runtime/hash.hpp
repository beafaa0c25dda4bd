// tools/interleave/runtime/hash.hpp: one number for many, for comparing states and schedules.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace interleave {

/// The next value of a hash after `word` was added. Source: the finalizer of SplitMix64 (Steele, Lea, Flood 2014).
constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t word) {
  std::uint64_t value = (hash ^ word) + 0x9E3779B97F4A7C15U;
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31);
}

inline std::uint64_t mix(std::uint64_t hash, const void* bytes, std::size_t count) {
  const auto* at = static_cast<const char*>(bytes);
  for (; count >= sizeof hash; count -= sizeof hash, at += sizeof hash) {
    std::uint64_t word = 0;
    __builtin_memcpy(&word, at, sizeof word);
    hash = mix(hash, word);
  }
  std::uint64_t rest = count;
  __builtin_memcpy(&rest, at, count);
  return mix(hash, rest);
}

}  // namespace interleave
