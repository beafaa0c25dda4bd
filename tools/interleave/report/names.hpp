// tools/interleave/report/names.hpp: the names by which reports call what lies at an address.
#pragma once

#include "interleave/report/objects.hpp"
#include "interleave/report/sources.hpp"
#include "interleave/report/symbols.hpp"

#include <map>
#include <set>
#include <string>

namespace interleave {

/// Where code is that students don't look into: a report shows the line that calls it.
struct HiddenFolders {
  std::vector<std::string> prefixes;
  bool hide(const std::string& file) const;
};

/// The folders of the system's headers, and `own`, where the explorer's own headers are.
HiddenFolders hidden_folders(const std::string& own);

/// The innermost place of a stack that is not in a hidden folder; an unknown place where there is none.
Place place_of(const Stack& stack, const Symbols& symbols, const HiddenFolders& hidden);

/// Whether an operation gives a variable a value.
bool changes_memory(const std::string& operation);

/// Names for every address of a report: of `watched` records, of the debug information, of the object or frame that it
/// lies in (objects.hpp), or else of the source lines that use it; where these don't agree, `mutex 1`, `variable 2`, in
/// the order of their first use.
class Names {
 public:
  Names(const Report& report, const Symbols& symbols, const Sources& sources, const HiddenFolders& hidden);

  /// Empty for address 0.
  std::string name(std::uint64_t address) const;
  /// Whether its name is one that the program's author gave, and no number.
  bool is_named(std::uint64_t address) const;
  /// Its bytes as a value; empty where nothing is to be shown.
  std::string value(std::uint64_t address, const std::string& bytes) const;

 private:
  // What the source lines say of one address.
  struct Uses {
    std::string kind;  // of what has no name: "mutex", "variable"
    std::set<std::string> candidates;
    bool narrowed = false;
    bool guarded = false;  // the candidates come from lines that make a lock of a mutex
    int size = 0;
    std::set<std::string> containers;  // that all lines name which reach it
    bool reached = false;              // some line was asked for containers
    bool element = false;              // a line of the program's own reads or writes it as an element
    std::set<const Layout*> layouts;   // of the code of started threads that uses it
  };
  // A line of code that touches an address.
  struct Line {
    std::uint64_t code = 0;
    Place place;
    bool by_the_library = false;  // in a function that the line calls
  };

  void add_watched(const Report& report);
  void note_all(const Report& report);
  Line line_of(const Stack& stack) const;
  void note_use(std::uint64_t address, const std::string& operation, const Stack& stack, int size, int thread);
  static void narrow(Uses& uses, const std::string& operation, const std::string& code);
  void narrow_containers(Uses& uses, const Use& use, const Line& line) const;
  std::set<std::uint64_t> addresses_narrowed() const;
  void settle();
  bool name_by_object(std::uint64_t address, const Uses& uses, const Objects& objects);
  bool name_by_lines(std::uint64_t address, const Uses& uses);
  bool name_by_container(std::uint64_t address, const Uses& uses);
  bool give(std::uint64_t address, const std::string& name, const Type& type);
  void number_parts();

  const Symbols& symbols_;
  const Sources& sources_;
  const HiddenFolders& hidden_;
  std::map<std::uint64_t, Variable> known_;
  std::map<std::uint64_t, Uses> uses_;
  std::vector<Use> lines_;
  std::vector<std::uint64_t> order_;  // of first use
  std::map<std::string, int> counts_;
  std::set<std::string> taken_;
  std::set<std::uint64_t> unnamed_;
  std::map<std::string, std::vector<std::uint64_t>> parts_;  // in memory of its own, by the container
};

}  // namespace interleave
