#include "symbol.hpp"

#include "entered.hpp"

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <unwind.h>

#include <span>
#include <string_view>

namespace interleave {
namespace {

// The program's file, as long as this object lives.
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

  bool is_open() const { return memory_ != MAP_FAILED; }

  template <class Record>
  std::span<const Record> records(std::uint64_t offset, std::uint64_t size) const {
    return {reinterpret_cast<const Record*>(static_cast<const char*>(memory_) + offset), size / sizeof(Record)};
  }

 private:
  void* memory_ = MAP_FAILED;
  std::size_t bytes_ = 0;
};

_Unwind_Reason_Code stop_in_program(_Unwind_Context* context, void* found) {
  const std::uintptr_t address = _Unwind_GetIP(context);
  if (!execution->snapshot().is_in_program(address)) return _URC_NO_REASON;
  *static_cast<std::uintptr_t*>(found) = address - 1;
  return _URC_END_OF_STACK;
}

}  // namespace

std::string symbol_at(std::uintptr_t address) {
  const ProgramFile file;
  if (!file.is_open()) return {};
  const auto& header = file.records<ElfW(Ehdr)>(0, sizeof(ElfW(Ehdr))).front();
  const auto sections = file.records<ElfW(Shdr)>(header.e_shoff, std::uint64_t{header.e_shnum} * sizeof(ElfW(Shdr)));
  for (const ElfW(Shdr) & section : sections) {
    if (section.sh_type != SHT_SYMTAB) continue;
    const auto names = file.records<char>(sections[section.sh_link].sh_offset, sections[section.sh_link].sh_size);
    for (const ElfW(Sym) & symbol : file.records<ElfW(Sym)>(section.sh_offset, section.sh_size)) {
      const bool function = ELF64_ST_TYPE(symbol.st_info) == STT_FUNC;
      if (function && address >= symbol.st_value && address < symbol.st_value + symbol.st_size) return &names[symbol.st_name];
    }
  }
  return {};
}

bool destroys_a_thread() {
  std::uintptr_t address = 0;
  _Unwind_Backtrace(stop_in_program, &address);
  const std::string name = symbol_at(address);
  return name.starts_with("_ZNSt6threadD") || name.starts_with("_ZNSt6threadaS");
}

}  // namespace interleave
