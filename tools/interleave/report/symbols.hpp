// tools/interleave/report/symbols.hpp: what a program's debug information knows of an address.
#pragma once

#include "interleave/report/layout.hpp"
#include "interleave/report/report.hpp"
#include "interleave/report/values.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace interleave {

/// A place in a source file.
struct Place {
  std::string function;  ///< short: `Total::add`, `a lambda in main`
  std::string file;      ///< absolute
  int line = 0;          ///< 0: not known

  bool known() const { return line > 0; }
  bool operator==(const Place&) const = default;
};

/// A variable, or a part of one.
struct Variable {
  std::string name;  ///< `total`, `account.balance`, `slots[1]`
  Type type;         ///< what a std::atomic<T> holds has the type T
};

/// What reports ask of a program. Tests have another one of their own.
class Symbols {
 public:
  virtual ~Symbols() = default;
  /// Where the instruction at `address` comes from; with inlined functions several places, innermost first.
  /// Empty where that is not known.
  virtual std::vector<Place> places(std::uint64_t address) const = 0;
  /// The global variable, or static one, that has `address` inside, down to the member or element that begins there.
  virtual std::optional<Variable> variable(std::uint64_t address) const = 0;
  /// The type of local variables or members called `name`, where all that have this name and size are of one type.
  virtual std::optional<Type> type_of_local(const std::string& name, int size) const = 0;
  /// Whether the program's own code has a variable, a parameter or a member of this name.
  virtual bool has_variable(const std::string& /*name*/) const { return true; }
  /// Where all variables and members called `name` are containers of the library (vectors, queues, maps, strings, ...):
  /// the type of their elements, Kind::unknown where they differ or have no plain values.
  virtual std::optional<Type> element_of(const std::string& /*container*/) const { return {}; }
  /// Where the code at `address` has the variables that it names: first its function's own frame, then the object that
  /// it is called for, the frame of the function around a lambda. One layout is one object here, whatever code knows
  /// it.
  virtual std::vector<std::shared_ptr<const Layout>> layouts(std::uint64_t /*address*/) const { return {}; }
};

/// Reads them from the DWARF debug information of a program that is not position-independent.
/// @throws std::runtime_error  where the file is no such program; one without debug information just knows little
std::unique_ptr<Symbols> symbols_of(const std::filesystem::path& program);

}  // namespace interleave
