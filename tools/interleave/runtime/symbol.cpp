// tools/interleave/runtime/symbol.cpp: see symbol.hpp.
#include "symbol.hpp"

#include "entered.hpp"
#include "program_file.hpp"

#include <unwind.h>

namespace interleave {
namespace {

_Unwind_Reason_Code stop_in_program(_Unwind_Context* context, void* found) {
  const std::uintptr_t address = _Unwind_GetIP(context);
  if (!execution->snapshot().is_in_program(address)) return _URC_NO_REASON;
  *static_cast<std::uintptr_t*>(found) = address - 1;
  return _URC_END_OF_STACK;
}

}  // namespace

std::string symbol_at(std::uintptr_t address) {
  std::string found;
  ProgramFile().each_symbol(SHT_SYMTAB, [&](const ElfW(Sym) & symbol, const char* name) {
    const bool inside = address >= symbol.st_value && address < symbol.st_value + symbol.st_size;
    if (ELF64_ST_TYPE(symbol.st_info) == STT_FUNC && inside) found = name;
  });
  return found;
}

bool destroys_a_thread() {
  std::uintptr_t address = 0;
  _Unwind_Backtrace(stop_in_program, &address);
  const std::string name = symbol_at(address);
  return name.starts_with("_ZNSt6threadD") || name.starts_with("_ZNSt6threadaS");
}

}  // namespace interleave
