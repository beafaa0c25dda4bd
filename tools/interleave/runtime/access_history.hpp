// tools/interleave/runtime/access_history.hpp: who touched which bytes last, and whether anything orders two accesses.
// Exact to the byte. Kept per group of eight bytes; begins anew with every execution.
#pragma once

#include "vector_clock.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace interleave {

/// One access of a thread.
struct MemoryAccess {
  std::uintptr_t address = 0;
  std::uint32_t size = 0;
  ThreadId thread = 0;
  bool writes = false;
  bool atomic = false;
  std::uint32_t time = 0;  ///< the thread's own, in its clock
  int event = 0;           ///< which of all accesses of the execution it is
};

/// What an access meets.
struct Meeting {
  bool shared = false;  ///< another thread touched it, one of the two wrote, and the making and joining of
                        ///< threads alone does not order them
  std::optional<MemoryAccess> races;  ///< the earlier access, where nothing at all orders the two
};

class AccessHistory {
 public:
  AccessHistory() : cells_(kFirstCells) {}

  /// Forgets everything.
  void clear() {
    ++generation_;
    used_ = 0;
  }

  /// Notes an access.
  /// @param clock  all that its thread knows of the others
  /// @param order  what it knows by the making and joining of threads alone
  Meeting note(const MemoryAccess& access, const VectorClock& clock, const VectorClock& order);

  /// The same for a block that is freed: only bytes that were touched are looked at.
  Meeting note_free(MemoryAccess block, const VectorClock& clock, const VectorClock& order);

 private:
  static constexpr std::size_t kFirstCells = 1024;
  static constexpr std::uintptr_t kBytes = 8;

  struct Entry {
    MemoryAccess access;
    std::uint8_t mask = 0;  // which of the eight bytes
  };
  struct Cell {
    std::uint64_t generation = 0;
    std::uintptr_t group = 0;
    std::vector<Entry> entries;
  };

  Cell* find(std::uintptr_t group);
  Cell& find_or_add(std::uintptr_t group);
  void grow();
  static void look(const Cell& cell, const Entry& entry, const VectorClock& clock, const VectorClock& order,
                   Meeting& meeting);
  static void remember(Cell& cell, const Entry& entry);

  std::vector<Cell> cells_;
  std::size_t used_ = 0;
  std::uint64_t generation_ = 1;
};

}  // namespace interleave
