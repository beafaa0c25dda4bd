// tools/interleave/runtime/snapshot.cpp: see snapshot.hpp.
#include "snapshot.hpp"

#include "hash.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <string_view>

namespace interleave {
namespace {

constexpr std::uintptr_t kPage = 4096;

constexpr std::uintptr_t page_of(std::uintptr_t address) { return address / kPage * kPage; }

void protect(std::uintptr_t begin, std::uintptr_t end, int protection) {
  mprotect(reinterpret_cast<void*>(begin), end - begin, protection);
}

std::uintptr_t own_control_block() {
  std::uintptr_t base = 0;
  asm volatile("movq %%fs:0, %0" : "=r"(base));
  return base;
}

// The dynamic linker has made this part of the variables read-only.
std::uintptr_t end_of_constants(const dl_phdr_info& module) {
  for (int i = 0; i < module.dlpi_phnum; ++i) {
    const ElfW(Phdr)& header = module.dlpi_phdr[i];
    if (header.p_type == PT_GNU_RELRO) return module.dlpi_addr + header.p_vaddr + header.p_memsz;
  }
  return 0;
}

}  // namespace

void Snapshot::take() {
  const auto visit = [](dl_phdr_info* module, std::size_t, void* snapshot) {
    // The C++ library's variables too: they may come to point into the program's heap.
    const std::string_view name = module->dlpi_name;
    const bool kept = name.empty() || name.find("libstdc++") != std::string_view::npos;
    if (kept) static_cast<Snapshot*>(snapshot)->add(*module);
    return 0;
  };
  dl_iterate_phdr(visit, this);
  for (const Range& range : ranges_) protect(range.begin, range.end, PROT_READ);
}

void Snapshot::add(const dl_phdr_info& module) {
  const std::uintptr_t constants_end = end_of_constants(module);
  for (int i = 0; i < module.dlpi_phnum; ++i) {
    const ElfW(Phdr)& header = module.dlpi_phdr[i];
    if (header.p_type == PT_TLS) add_thread_locals(module, header);
    if (header.p_type != PT_LOAD) continue;
    const std::uintptr_t begin = module.dlpi_addr + header.p_vaddr;
    if (*module.dlpi_name == '\0' && lowest_ == 0) lowest_ = begin;
    if ((header.p_flags & PF_W) == 0) continue;
    const std::uintptr_t end = begin + header.p_memsz;
    if (*module.dlpi_name == '\0') program_ = {begin, end};
    add_variables(page_of(std::max(begin, constants_end)), page_of(end + kPage - 1));
  }
}

void Snapshot::add_variables(std::uintptr_t begin, std::uintptr_t end) {
  if (begin < end) ranges_.push_back({begin, end});
}

void Snapshot::add_thread_locals(const dl_phdr_info& module, const ElfW(Phdr) & header) {
  if (module.dlpi_tls_data == nullptr) return;
  const auto* const now = static_cast<const char*>(module.dlpi_tls_data);
  const auto* const initial = reinterpret_cast<const char*>(module.dlpi_addr + header.p_vaddr);
  ThreadLocals locals;
  locals.below = own_control_block() - reinterpret_cast<std::uintptr_t>(now);
  locals.of_main.assign(now, now + header.p_memsz);
  locals.at_start.assign(initial, initial + header.p_filesz);
  locals.at_start.resize(header.p_memsz);
  thread_locals_.push_back(std::move(locals));
}

bool Snapshot::opens(std::uintptr_t address) {
  const bool ours =
      std::ranges::any_of(ranges_, [&](const Range& range) { return address >= range.begin && address < range.end; });
  const std::uintptr_t begin = page_of(address);
  const bool written = std::ranges::any_of(pages_, [&](const Page& page) { return page.address == begin; });
  if (!ours || written) return false;
  const auto* const bytes = reinterpret_cast<const char*>(begin);
  pages_.push_back({begin, std::vector<char>(bytes, bytes + kPage)});
  protect(begin, begin + kPage, PROT_READ | PROT_WRITE);
  return true;
}

void Snapshot::restore() const {
  for (const Page& page : pages_) {
    __builtin_memcpy(reinterpret_cast<void*>(page.address), page.bytes.data(), kPage);
  }
}

void Snapshot::restore_thread_locals(int thread, std::uintptr_t control_block) const {
  for (const ThreadLocals& locals : thread_locals_) {
    const std::vector<char>& bytes = thread == 0 ? locals.of_main : locals.at_start;
    __builtin_memcpy(reinterpret_cast<void*>(control_block - locals.below), bytes.data(), bytes.size());
  }
}

std::uint64_t Snapshot::hash(std::uint64_t hash) const {
  for (const Page& page : pages_) hash = mix(hash, reinterpret_cast<const void*>(page.address), kPage);
  return hash;
}

}  // namespace interleave
