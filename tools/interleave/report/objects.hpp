// tools/interleave/report/objects.hpp: finds out which object or frame an address lies in, and so the variable's name.
#pragma once

#include "interleave/report/layout.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace interleave {

/// A line of code that touches an address.
struct Use {
  std::uint64_t address = 0;
  int thread = 0;
  int size = 0;                 ///< bytes that are read or written; 0: an operation on the whole, such as a lock
  bool assigns = false;         ///< the line's own code writes what is named, and no function that it calls
  std::set<std::string> names;  ///< what it may mean by the line's text; empty: that says nothing
  std::vector<std::shared_ptr<const Layout>> layouts;  ///< where the code has its variables; first its own frame

  /// Whether a name is that of a value in the frame of this very call.
  bool is_value_of_own(const std::string& name) const;
};

/// A line that names a member, and the address that it touches, tell where the object begins; if they are right, then
/// every other line of the same functions that touches something inside the object names the member that lies there.
/// A beginning that a line contradicts is none, and neither is one of two that can't both be right. A call's own line
/// proves something of its own frame only where it assigns: what other threads touch need not lie in there.
class Objects {
 public:
  explicit Objects(const std::vector<Use>& uses);

  /// A variable, as the code calls it that uses it.
  struct Found {
    const Layout* layout = nullptr;
    const Field* field = nullptr;
    bool whole = false;    ///< else it is a part of what lies there, such as a container's count
    bool only_one = true;  ///< no other object or frame of this layout is known
  };
  /// The variables that have the address inside: where one lies in an object and that in a frame, both.
  std::vector<Found> at(std::uint64_t address) const;

 private:
  // A layout that begins at an address.
  struct Object {
    std::shared_ptr<const Layout> layout;
    std::uint64_t begin = 0;
    std::set<std::uint64_t> explained;  // addresses that lines rightly name
  };

  static std::set<std::uint64_t> beginnings(const std::vector<const Use*>& uses, const Layout& layout);
  static bool explain(Object& object, const std::vector<const Use*>& uses);
  void add_best(std::vector<Object> candidates);

  std::vector<Object> objects_;
};

}  // namespace interleave
