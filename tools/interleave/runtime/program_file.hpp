// tools/interleave/runtime/program_file.hpp: the explored program's own file.
#pragma once

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <span>

namespace interleave {

/// Open, and readable as memory, as long as this object lives.
class ProgramFile {
 public:
  ProgramFile() {
    const int descriptor = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    struct stat status {};
    if (descriptor < 0 || fstat(descriptor, &status) != 0) return;
    bytes_ = static_cast<std::size_t>(status.st_size);
    memory_ = mmap(nullptr, bytes_, PROT_READ, MAP_PRIVATE, descriptor, 0);
    close(descriptor);
  }
  ~ProgramFile() {
    if (memory_ != MAP_FAILED) munmap(memory_, bytes_);
  }
  ProgramFile(const ProgramFile&) = delete;
  ProgramFile& operator=(const ProgramFile&) = delete;

  /// Calls visit(symbol, name) for each symbol of the tables of that type, SHT_SYMTAB or SHT_DYNSYM.
  template <class Visit>
  void each_symbol(unsigned type, Visit visit) const {
    if (memory_ == MAP_FAILED) return;
    const auto& header = records<ElfW(Ehdr)>(0, sizeof(ElfW(Ehdr))).front();
    const auto sections = records<ElfW(Shdr)>(header.e_shoff, std::uint64_t{header.e_shnum} * sizeof(ElfW(Shdr)));
    for (const ElfW(Shdr) & section : sections) {
      if (section.sh_type != type) continue;
      const auto names = records<char>(sections[section.sh_link].sh_offset, sections[section.sh_link].sh_size);
      for (const ElfW(Sym) & symbol : records<ElfW(Sym)>(section.sh_offset, section.sh_size)) {
        visit(symbol, &names[symbol.st_name]);
      }
    }
  }

 private:
  template <class Record>
  std::span<const Record> records(std::uint64_t offset, std::uint64_t size) const {
    return {reinterpret_cast<const Record*>(static_cast<const char*>(memory_) + offset), size / sizeof(Record)};
  }

  void* memory_ = MAP_FAILED;
  std::size_t bytes_ = 0;
};

}  // namespace interleave
