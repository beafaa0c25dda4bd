// tools/interleave/runtime/access_history.hpp: who touched which bytes last, and whether anything orders two accesses.
// Exact to the byte. Kept per group of eight bytes; begins anew with every execution.
#pragma once

#include "vector_clock.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
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
  /// Forgets everything.
  void clear() { ++generation_; }

  /// Notes an access.
  /// @param clock  all that its thread knows of the others
  /// @param order  what it knows by the making and joining of threads alone
  Meeting note(const MemoryAccess& access, const VectorClock& clock, const VectorClock& order);

  /// The same for a block that is freed: only bytes that were touched are looked at.
  Meeting note_free(MemoryAccess block, const VectorClock& clock, const VectorClock& order);

 private:
  static constexpr std::uintptr_t kBytes = 8;
  static constexpr std::uintptr_t kGroups = 64;  // of a block: what lies together is used together
  static constexpr std::size_t kRecent = 64;

  struct Entry {
    MemoryAccess access;
    std::uint8_t mask = 0;  // which of the eight bytes
  };
  struct Cell {
    std::uint64_t generation = 0;  // an older one: nobody has touched it in this execution
    std::vector<Entry> entries;
  };
  struct Block {
    std::uintptr_t number = 0;
    std::array<Cell, kGroups> cells;
  };

  Block* find(std::uintptr_t number);
  Block& find_or_add(std::uintptr_t number);
  Cell& cell_of(std::uintptr_t group);
  static void look(const Cell& cell, const Entry& entry, const VectorClock& clock, const VectorClock& order,
                   Meeting& meeting);
  static void remember(Cell& cell, const Entry& entry);

  std::unordered_map<std::uintptr_t, std::unique_ptr<Block>> blocks_;
  std::array<Block*, kRecent> recent_{};  // those looked at last
  std::uint64_t generation_ = 1;
};

}  // namespace interleave
