// common/workbook/chunks.hpp: cuts a row of strips into one chunk for each worker, losing none.
// Pure: no globals, no I/O, so any thread may call it.
#pragma once

#include <algorithm>
#include <cstdint>

namespace workbook {

/// Strips `first`, `first + 1`, ..., `last - 1`. Empty where first == last.
struct Chunk {
  std::int64_t first = 0;
  std::int64_t last = 0;

  std::int64_t size() const { return last - first; }
  bool operator==(const Chunk&) const = default;
};

/// The share of worker number `index` when `strips` strips are cut into `workers` chunks.
/// The chunks of indices 0 to workers - 1 lie side by side and hold every strip once. Their sizes differ by at most
/// one, because the remainder of the division is dealt out, one strip each, to the first chunks.
/// @param strips   the number of strips, >= 0
/// @param workers  the number of chunks, >= 1; with more chunks than strips the last ones are empty
/// @param index    which chunk, 0 <= index < workers
inline Chunk chunk_of(std::int64_t strips, int workers, int index) {
  const std::int64_t size = strips / workers;
  const std::int64_t remainder = strips % workers;
  // strips * index / workers would be shorter, and would overflow for large numbers of strips.
  const std::int64_t first = index * size + std::min<std::int64_t>(index, remainder);
  const std::int64_t extra = index < remainder ? 1 : 0;
  return {first, first + size + extra};
}

}  // namespace workbook
