// tools/interleave/runtime/access_history.cpp: see access_history.hpp.
#include "access_history.hpp"

#include <algorithm>

namespace interleave {
namespace {

std::uint8_t bytes_of(std::uintptr_t group, const MemoryAccess& access) {
  const std::uintptr_t begin = std::max(group * 8, access.address);
  const std::uintptr_t end = std::min(group * 8 + 8, access.address + access.size);
  const unsigned count = static_cast<unsigned>(end - begin);
  return static_cast<std::uint8_t>(((1U << count) - 1) << (begin % 8));
}

}  // namespace

AccessHistory::Block* AccessHistory::find(std::uintptr_t number) {
  // Stacks lie 2^15 blocks apart, heaps 2^23.
  Block*& recent = recent_[(number ^ number >> 15 ^ number >> 23) % kRecent];
  if (recent != nullptr && recent->number == number) return recent;
  const auto found = blocks_.find(number);
  if (found == blocks_.end()) return nullptr;
  recent = found->second.get();
  return recent;
}

AccessHistory::Block& AccessHistory::find_or_add(std::uintptr_t number) {
  if (Block* const block = find(number)) return *block;
  std::unique_ptr<Block>& added = blocks_[number];
  added = std::make_unique<Block>();
  added->number = number;
  return *added;
}

AccessHistory::Cell& AccessHistory::cell_of(std::uintptr_t group) {
  Cell& cell = find_or_add(group / kGroups).cells[group % kGroups];
  if (cell.generation != generation_) {
    cell.generation = generation_;
    cell.entries.clear();
  }
  return cell;
}

void AccessHistory::look(const Cell& cell, const Entry& entry, const VectorClock& clock, const VectorClock& order,
                         Meeting& meeting) {
  for (const Entry& earlier : cell.entries) {
    const MemoryAccess& other = earlier.access;
    if (other.thread == entry.access.thread || (earlier.mask & entry.mask) == 0) continue;
    if (!other.writes && !entry.access.writes) continue;
    if (other.time > order[other.thread]) meeting.shared = true;
    const bool both_atomic = other.atomic && entry.access.atomic;
    if (other.time > clock[other.thread] && !both_atomic && !meeting.races) meeting.races = other;
  }
}

void AccessHistory::remember(Cell& cell, const Entry& entry) {
  // Of accesses of one kind by one thread to the same bytes the latest says all.
  for (Entry& earlier : cell.entries) {
    const bool same_kind = earlier.access.writes == entry.access.writes && earlier.access.atomic == entry.access.atomic;
    if (same_kind && earlier.access.thread == entry.access.thread && earlier.mask == entry.mask) {
      earlier.access = entry.access;
      return;
    }
  }
  cell.entries.push_back(entry);
}

Meeting AccessHistory::note(const MemoryAccess& access, const VectorClock& clock, const VectorClock& order) {
  Meeting meeting;
  for (std::uintptr_t group = access.address / kBytes; group <= (access.address + access.size - 1) / kBytes; ++group) {
    Cell& cell = cell_of(group);
    const Entry entry{access, bytes_of(group, access)};
    if (cell.entries.empty()) {
      cell.entries.push_back(entry);
      continue;
    }
    look(cell, entry, clock, order, meeting);
    remember(cell, entry);
  }
  return meeting;
}

Meeting AccessHistory::note_free(MemoryAccess block, const VectorClock& clock, const VectorClock& order) {
  Meeting meeting;
  block.writes = true;
  for (std::uintptr_t group = block.address / kBytes; group * kBytes < block.address + block.size; ++group) {
    const Block* const around = find(group / kGroups);
    if (around == nullptr) continue;
    const Cell& cell = around->cells[group % kGroups];
    if (cell.generation == generation_) look(cell, {block, bytes_of(group, block)}, clock, order, meeting);
  }
  return meeting;
}

}  // namespace interleave
