// tools/interleave/report/symbols.cpp: see symbols.hpp. Reads DWARF with elfutils' libdw.
#include "interleave/report/symbols.hpp"

#include "interleave/report/dwarf.hpp"

#include <cxxabi.h>
#include <dwarf.h>
#include <elfutils/libdwfl.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <stdexcept>
#include <utility>

namespace interleave {

namespace {

namespace fs = std::filesystem;

struct Free {
  void operator()(void* memory) const { std::free(memory); }
};

struct Global {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  std::string name;
  Dwarf_Die type{};
};

std::string demangled(const char* mangled) {
  int status = 0;
  const std::unique_ptr<char, Free> plain(abi::__cxa_demangle(mangled, nullptr, nullptr, &status));
  return status == 0 ? plain.get() : mangled;
}

std::string function_name(Dwarf_Die function) {
  Dwarf_Attribute attribute;
  const char* linkage = dwarf_formstring(dwarf_attr_integrate(&function, DW_AT_linkage_name, &attribute));
  return short_function_name(linkage != nullptr ? demangled(linkage) : dwarf::name_of(function));
}

bool is_function(Dwarf_Die die) {
  const int tag = dwarf_tag(&die);
  return tag == DW_TAG_subprogram || tag == DW_TAG_inlined_subroutine;
}

// libdw's handle on one program, closed at the end.
class Program {
 public:
  explicit Program(const fs::path& path) {
    static const Dwfl_Callbacks callbacks{.find_elf = dwfl_build_id_find_elf,
                                          .find_debuginfo = dwfl_standard_find_debuginfo,
                                          .section_address = dwfl_offline_section_address,
                                          .debuginfo_path = nullptr};
    handle_ = dwfl_begin(&callbacks);
    if (handle_ != nullptr) module_ = dwfl_report_elf(handle_, "program", path.c_str(), -1, 0, false);
    if (module_ == nullptr) {
      const std::string reason = dwfl_errmsg(-1);
      dwfl_end(handle_);
      throw std::runtime_error("cannot read " + path.string() + ": " + reason);
    }
    dwfl_report_end(handle_, nullptr, nullptr);
  }
  ~Program() { dwfl_end(handle_); }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  Dwfl_Module* module() const { return module_; }

 private:
  Dwfl* handle_ = nullptr;
  Dwfl_Module* module_ = nullptr;
};

class DwarfSymbols : public Symbols {
 public:
  explicit DwarfSymbols(const fs::path& path) : program_(path) { collect(); }

  std::vector<Place> places(std::uint64_t address) const override;
  std::optional<Variable> variable(std::uint64_t address) const override;
  std::optional<Type> type_of_local(const std::string& name, int size) const override;

 private:
  void collect();
  void collect_from(Dwarf_Die die);
  void add_variable(Dwarf_Die die);

  Program program_;
  std::vector<Global> globals_;  // by address
  // By name and size; none where variables of one name and size have several types.
  std::map<std::pair<std::string, int>, std::optional<Type>> locals_;
};

void DwarfSymbols::collect() {
  Dwarf_Addr bias = 0;
  for (Dwarf_Die* unit = nullptr; (unit = dwfl_module_nextcu(program_.module(), unit, &bias)) != nullptr;) {
    collect_from(*unit);
  }
  std::ranges::sort(globals_, {}, &Global::begin);
}

void DwarfSymbols::collect_from(Dwarf_Die die) {
  dwarf::for_each_child(die, [this](Dwarf_Die child) {
    switch (dwarf_tag(&child)) {
      case DW_TAG_variable:
      case DW_TAG_formal_parameter:
      case DW_TAG_member: add_variable(child); break;
      case DW_TAG_namespace:
        if (dwarf::name_of(child) != "std" && dwarf::name_of(child) != "__gnu_cxx") collect_from(child);
        break;
      case DW_TAG_subprogram:
      case DW_TAG_lexical_block:
      case DW_TAG_structure_type:
      case DW_TAG_class_type: collect_from(child); break;
      default: break;
    }
  });
}

void DwarfSymbols::add_variable(Dwarf_Die die) {
  const std::string name = dwarf::name_of(die);
  std::optional<Dwarf_Die> type = dwarf::type_of(die);
  if (name.empty() || !type) return;
  if (const auto address = dwarf::fixed_address_of(die)) {
    globals_.push_back({*address, *address + dwarf::size_of(*type), name, *type});
    return;
  }
  // What is declared as a reference is used as if it were the object itself.
  const int tag = dwarf_tag(&*type);
  if (tag == DW_TAG_reference_type || tag == DW_TAG_rvalue_reference_type) type = dwarf::type_of(*type);
  if (!type) return;
  // An atomic's value is its first and only member.
  const Type plain = dwarf::part_at(*type, 0).type;
  const auto [known, fresh] = locals_.try_emplace({name, plain.size}, plain);
  if (!fresh && known->second && known->second->name != plain.name) known->second.reset();
}

std::vector<Place> DwarfSymbols::places(std::uint64_t address) const {
  Dwarf_Addr bias = 0;
  Dwarf_Die* const unit = dwfl_module_addrdie(program_.module(), address, &bias);
  Dwfl_Line* const line = dwfl_module_getsrc(program_.module(), address);
  if (unit == nullptr || line == nullptr) return {};
  Place place;
  if (const char* file = dwfl_lineinfo(line, nullptr, &place.line, nullptr, nullptr, nullptr)) place.file = file;
  const char* const folder = dwfl_line_comp_dir(line);
  const auto absolute = [folder](const std::string& file) {
    return (fs::path(folder == nullptr ? "" : folder) / file).lexically_normal().string();
  };
  place.file = absolute(place.file);

  Dwarf_Die* scopes = nullptr;
  int count = dwarf_getscopes(unit, address - bias, &scopes);
  const std::unique_ptr<Dwarf_Die, Free> owner(scopes);
  if (count <= 0) return {place};
  // dwarf_getscopes() goes on to where an inlined function was written; this one goes on to its caller.
  Dwarf_Die* callers = nullptr;
  count = dwarf_getscopes_die(scopes, &callers);
  const std::unique_ptr<Dwarf_Die, Free> caller_owner(callers);

  std::vector<Place> places;
  Dwarf_Files* files = nullptr;
  dwarf_getsrcfiles(unit, &files, nullptr);
  for (int i = 0; i < count; ++i) {
    if (!is_function(callers[i])) continue;
    place.function = function_name(callers[i]);
    places.push_back(place);
    if (dwarf_tag(&callers[i]) == DW_TAG_subprogram) break;
    const char* const file = dwarf_filesrc(files, dwarf::number_of(callers[i], DW_AT_call_file).value_or(0), nullptr, nullptr);
    place.file = file == nullptr ? "" : absolute(file);
    place.line = static_cast<int>(dwarf::number_of(callers[i], DW_AT_call_line).value_or(0));
  }
  if (places.empty()) places.push_back(place);
  return places;
}

std::optional<Variable> DwarfSymbols::variable(std::uint64_t address) const {
  auto after = std::ranges::upper_bound(globals_, address, {}, &Global::begin);
  if (after == globals_.begin()) return {};
  const Global& global = *--after;
  if (address >= global.end) return {};
  const dwarf::Part part = dwarf::part_at(global.type, address - global.begin);
  return Variable{global.name + part.suffix, part.type};
}

std::optional<Type> DwarfSymbols::type_of_local(const std::string& name, int size) const {
  const auto found = locals_.find({name, size});
  return found == locals_.end() ? std::nullopt : found->second;
}

// Takes away what stands between `open` and its `close`, these two included.
std::string without_brackets(const std::string& text, char open, char close) {
  std::string kept;
  int depth = 0;
  for (const char letter : text) {
    if (letter == open) ++depth;
    if (depth == 0) kept += letter;
    if (letter == close && depth > 0) --depth;
  }
  return kept;
}

void remove_all(std::string& text, const std::string& part) {
  for (std::size_t at = 0; (at = text.find(part)) != std::string::npos;) text.erase(at, part.size());
}

}  // namespace

std::unique_ptr<Symbols> symbols_of(const fs::path& program) { return std::make_unique<DwarfSymbols>(program); }

std::string short_function_name(const std::string& demangled) {
  std::string name = demangled;
  remove_all(name, "(anonymous namespace)::");
  const std::size_t lambda = name.find("::{lambda");
  if (lambda != std::string::npos) return "a lambda in " + short_function_name(name.substr(0, lambda));
  const std::size_t quoted_lambda = name.find("::'lambda");  // as clang's own demangler has it
  if (quoted_lambda != std::string::npos) return "a lambda in " + short_function_name(name.substr(0, quoted_lambda));
  name = without_brackets(without_brackets(name, '<', '>'), '(', ')');
  for (const std::string word : {" const", " &&", " &", " [clone .isra.0]"}) {
    if (name.ends_with(word)) name.resize(name.size() - word.size());
  }
  // A template's result type stands before its name.
  const std::size_t blank = name.rfind(' ');
  if (blank != std::string::npos && name.find("operator") == std::string::npos) name.erase(0, blank + 1);
  return name;
}

}  // namespace interleave
