// tools/interleave/runtime/snapshot.hpp: puts the program's global and thread-local variables back to what they were
// before main(). Only pages that were ever written are copied: all are write-protected at first, and the first write to
// one is noticed.
#pragma once

#include <link.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace interleave {

class Snapshot {
 public:
  /// Keeps the variables of the program itself and of the C++ library, as they are now.
  void take();

  /// For the handler of SIGSEGV: whether the fault was the first write to one of our pages. Then it may be tried again.
  bool opens(std::uintptr_t address);

  /// Puts the global variables back.
  void restore() const;

  /// Puts the thread-local variables back: main's as they were, another thread's as at its start.
  /// @param control_block  of the thread; its variables lie below
  void restore_thread_locals(int thread, std::uintptr_t control_block) const;

  /// Mixes all global variables that were ever written into `hash`.
  std::uint64_t hash(std::uint64_t hash) const;

  /// Whether it is one of the program's own global variables.
  bool is_programs(std::uintptr_t address) const { return address >= program_.begin && address < program_.end; }

  /// Whether it lies in the program itself, code included, and not in a library.
  bool is_in_program(std::uintptr_t address) const { return address >= lowest_ && address < program_.end; }

 private:
  struct Page {
    std::uintptr_t address = 0;
    std::vector<char> bytes;
  };
  struct Range {
    std::uintptr_t begin = 0;
    std::uintptr_t end = 0;
  };
  struct ThreadLocals {
    std::size_t below = 0;  // how far below the control block they begin
    std::vector<char> of_main;
    std::vector<char> at_start;
  };

  void add(const dl_phdr_info& module);
  void add_variables(std::uintptr_t begin, std::uintptr_t end);
  void add_thread_locals(const dl_phdr_info& module, const ElfW(Phdr) & header);

  std::vector<Range> ranges_;
  std::vector<Page> pages_;  // those of the ranges that were written
  std::vector<ThreadLocals> thread_locals_;
  Range program_;              // its variables
  std::uintptr_t lowest_ = 0;  // where it begins
};

}  // namespace interleave
