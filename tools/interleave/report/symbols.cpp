// tools/interleave/report/symbols.cpp: see symbols.hpp. Reads DWARF with elfutils' libdw.
#include "interleave/report/symbols.hpp"

#include "interleave/report/dwarf.hpp"
#include "interleave/report/dwarf_layouts.hpp"
#include "interleave/report/function_names.hpp"

#include <dwarf.h>
#include <elfutils/libdwfl.h>

#include <algorithm>
#include <array>
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

// Code of one compilation unit.
struct CodeRange {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  Dwarf_Die* unit = nullptr;
};

// The debug information of a lambda may have no name; the program's table of symbols has.
std::string symbol_name(Dwfl_Module* module, std::uint64_t address) {
  const char* const symbol = dwfl_module_addrname(module, address);
  return symbol == nullptr ? "" : short_name_of_linkage(symbol);
}

std::string inlined_name(Dwarf_Die function) {
  const std::string linkage = dwarf::text_of(function, DW_AT_linkage_name);
  return linkage.empty() ? short_function_name(dwarf::name_of(function)) : short_name_of_linkage(linkage);
}

// `vector<int, std::allocator<int> >`, and what is derived from it under another name.
bool is_container_type(const std::string& type) {
  constexpr std::array<std::string_view, 13> kContainers{
      "vector",   "deque",     "list",         "forward_list", "map",   "multimap",      "set",
      "multiset", "unordered", "basic_string", "queue",        "stack", "priority_queue"};
  return std::ranges::any_of(kContainers, [&](std::string_view name) {
    const bool family = name == "unordered" && type.starts_with("unordered_");
    return family || type.starts_with(std::string(name) + "<");
  });
}

// What a container holds; nothing where the type is none.
std::optional<Type> element_type(Dwarf_Die type) {
  const std::string name = dwarf::name_of(type);
  if (!is_container_type(name)) return {};
  if (name.find("map<") != std::string::npos) return Type{};  // pairs
  std::optional<Type> element;
  dwarf::for_each_child(type, [&](Dwarf_Die child) {
    if (element || dwarf_tag(&child) != DW_TAG_template_type_parameter) return;
    if (const std::optional<Dwarf_Die> parameter = dwarf::type_of(child)) element = dwarf::plain_type(*parameter);
  });
  return element.value_or(Type{});
}

int tag_of(Dwarf_Die die) { return dwarf_tag(&die); }

// The functions around an address: inlined ones from the inside out, then the one they are all part of.
std::vector<Dwarf_Die> functions_around(Dwarf_Die* unit, std::uint64_t address) {
  Dwarf_Die* scopes = nullptr;
  if (dwarf_getscopes(unit, address, &scopes) <= 0) return {};
  const std::unique_ptr<Dwarf_Die, Free> innermost(scopes);
  // From an inlined function dwarf_getscopes() goes on to where it was written, this one to where it was called.
  Dwarf_Die* callers = nullptr;
  const int count = dwarf_getscopes_die(innermost.get(), &callers);
  const std::unique_ptr<Dwarf_Die, Free> owner(callers);
  std::vector<Dwarf_Die> functions;
  for (int i = 0; i < count; ++i) {
    const int tag = tag_of(callers[i]);
    if (tag == DW_TAG_inlined_subroutine || tag == DW_TAG_subprogram) functions.push_back(callers[i]);
    if (tag == DW_TAG_subprogram) break;
  }
  return functions;
}

// Where an inlined function is called.
Place caller_of(Dwarf_Die* unit, Dwarf_Die inlined, const fs::path& folder) {
  Dwarf_Files* files = nullptr;
  Place place;
  if (dwarf_getsrcfiles(unit, &files, nullptr) != 0) return place;
  const auto index = dwarf::number_of(inlined, DW_AT_call_file);
  const char* const file = index ? dwarf_filesrc(files, *index, nullptr, nullptr) : nullptr;
  if (file == nullptr) return place;
  place.file = (folder / file).lexically_normal();
  place.line = static_cast<int>(dwarf::number_of(inlined, DW_AT_call_line).value_or(0));
  return place;
}

// A function's own code, and not that of one inside it.
struct Function {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  Dwarf_Die die{};
  std::optional<std::vector<std::shared_ptr<const Layout>>> layouts = {};  // read when they are asked for
};

// What is declared as a reference is used as if it were the object itself.
std::optional<Dwarf_Die> without_reference(Dwarf_Die type) {
  const int tag = dwarf_tag(&type);
  return tag == DW_TAG_reference_type || tag == DW_TAG_rvalue_reference_type ? dwarf::type_of(type) : type;
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
  bool has_variable(const std::string& name) const override { return containers_.contains(name); }
  std::optional<Type> element_of(const std::string& container) const override;
  std::vector<std::shared_ptr<const Layout>> layouts(std::uint64_t address) const override;

 private:
  void collect();
  void collect_code_of(Dwarf_Die* unit);
  Dwarf_Die* unit_of(std::uint64_t address) const;
  void collect_from(Dwarf_Die die);
  void add_variable(Dwarf_Die die);
  void note_container(const std::string& name, Dwarf_Die type);
  void add_function(Dwarf_Die die);

  Program program_;
  std::vector<CodeRange> ranges_;
  std::vector<Global> globals_;  // by address
  std::map<std::string, std::optional<Type>>
      containers_;  // of all variables, by name: their elements; empty: not all are containers
  mutable std::vector<Function> functions_;
  mutable std::map<std::string, std::shared_ptr<const Layout>> layouts_;  // each once, by its name
  // By name and size; none where variables of one name and size have several types.
  std::map<std::pair<std::string, int>, std::optional<Type>> locals_;
};

void DwarfSymbols::collect() {
  Dwarf_Addr bias = 0;  // 0 in a program that is not position-independent
  for (Dwarf_Die* unit = nullptr; (unit = dwfl_module_nextcu(program_.module(), unit, &bias)) != nullptr;) {
    collect_code_of(unit);
    collect_from(*unit);
  }
  std::ranges::sort(globals_, {}, &Global::begin);
}

// Asked of each unit, since clang writes no index of them (.debug_aranges), and libdw's own search wants one.
void DwarfSymbols::collect_code_of(Dwarf_Die* unit) {
  Dwarf_Addr base = 0;
  Dwarf_Addr begin = 0;
  Dwarf_Addr end = 0;
  for (std::ptrdiff_t at = 0; (at = dwarf_ranges(unit, at, &base, &begin, &end)) > 0;) {
    ranges_.push_back({begin, end, unit});
  }
}

void DwarfSymbols::collect_from(Dwarf_Die die) {
  dwarf::for_each_child(die, [this](Dwarf_Die child) {
    switch (dwarf_tag(&child)) {
      case DW_TAG_variable:
      case DW_TAG_formal_parameter:
      case DW_TAG_member:
        add_variable(child);
        break;
      case DW_TAG_namespace:
        if (dwarf::name_of(child) != "std" && dwarf::name_of(child) != "__gnu_cxx") collect_from(child);
        break;
      case DW_TAG_subprogram:
        add_function(child);
        collect_from(child);
        break;
      case DW_TAG_lexical_block:
      case DW_TAG_structure_type:
      case DW_TAG_class_type:
        collect_from(child);
        break;
      default:
        break;
    }
  });
}

void DwarfSymbols::add_variable(Dwarf_Die die) {
  const std::string name = dwarf::name_of(die);
  std::optional<Dwarf_Die> type = dwarf::type_of(die);
  if (name.empty() || !type) return;
  note_container(name, *type);
  if (const auto address = dwarf::fixed_address_of(die)) {
    globals_.push_back({*address, *address + dwarf::size_of(*type), name, *type});
    return;
  }
  type = without_reference(*type);
  if (!type) return;
  // An atomic's value is its first and only member; other classes have no value of their own.
  const bool atomic = dwarf::name_of(*type).starts_with("atomic<");
  const Type plain = atomic ? dwarf::part_at(*type, 0).type : dwarf::plain_type(*type);
  const auto [known, fresh] = locals_.try_emplace({name, plain.size}, plain);
  if (!fresh && known->second && known->second->name != plain.name) known->second.reset();
}

void DwarfSymbols::note_container(const std::string& name, Dwarf_Die type) {
  const std::optional<Dwarf_Die> plain = without_reference(type);
  const std::optional<Type> element = plain ? element_type(*plain) : std::nullopt;
  const auto [known, fresh] = containers_.try_emplace(name, element);
  if (fresh || !known->second) return;
  if (!element) {
    known->second.reset();
  } else if (element->name != known->second->name) {
    *known->second = Type{};
  }
}

std::optional<Type> DwarfSymbols::element_of(const std::string& container) const {
  const auto known = containers_.find(container);
  return known == containers_.end() ? std::nullopt : known->second;
}

void DwarfSymbols::add_function(Dwarf_Die die) {
  Dwarf_Addr begin = 0;
  Dwarf_Addr end = 0;
  if (dwarf_lowpc(&die, &begin) == 0 && dwarf_highpc(&die, &end) == 0) functions_.push_back({begin, end, die, {}});
}

Dwarf_Die* DwarfSymbols::unit_of(std::uint64_t address) const {
  for (const CodeRange& range : ranges_) {
    if (address >= range.begin && address < range.end) return range.unit;
  }
  return nullptr;
}

std::vector<Place> DwarfSymbols::places(std::uint64_t address) const {
  Dwarf_Die* const unit = unit_of(address);
  Dwarf_Line* const line = unit == nullptr ? nullptr : dwarf_getsrc_die(unit, address);
  if (line == nullptr) return {};
  const fs::path folder = dwarf::text_of(*unit, DW_AT_comp_dir);
  Place place;
  if (const char* const file = dwarf_linesrc(line, nullptr, nullptr)) place.file = (folder / file).lexically_normal();
  dwarf_lineno(line, &place.line);
  std::vector<Place> places;
  for (const Dwarf_Die& function : functions_around(unit, address)) {
    const bool outermost = tag_of(function) == DW_TAG_subprogram;
    place.function = outermost ? symbol_name(program_.module(), address) : inlined_name(function);
    places.push_back(place);
    place = caller_of(unit, function, folder);
  }
  if (!places.empty()) return places;
  // A lambda stands inside another function, where libdw does not look for it.
  place.function = symbol_name(program_.module(), address);
  places.push_back(place);
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

std::vector<std::shared_ptr<const Layout>> DwarfSymbols::layouts(std::uint64_t address) const {
  const auto function = std::ranges::find_if(
      functions_, [&](const Function& code) { return address >= code.begin && address < code.end; });
  if (function == functions_.end()) return {};
  if (!function->layouts) {
    function->layouts.emplace();
    for (const auto& layout : dwarf::layouts_of(function->die)) {
      function->layouts->push_back(layouts_.try_emplace(layout->name, layout).first->second);
    }
  }
  return *function->layouts;
}

}  // namespace

std::unique_ptr<Symbols> symbols_of(const fs::path& program) { return std::make_unique<DwarfSymbols>(program); }

}  // namespace interleave
