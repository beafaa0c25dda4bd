// tools/interleave/report/sources.hpp: the lines of source files, for reports that show them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace interleave {

/// Reads each file once. Not for use by several threads at once.
class Sources {
 public:
  /// All lines of a file; none where it can't be read.
  const std::vector<std::string>& lines(const std::string& file) const;
  /// One line without its indentation and its comment; empty where there is none.
  /// @param number  counted from 1
  std::string statement(const std::string& file, int number) const;

 private:
  mutable std::map<std::string, std::vector<std::string>> files_;
};

/// A line of C++ without its indentation and without a comment at its end.
std::string without_comment(std::string_view line);

/// The names in a piece of C++ that may stand for objects: `total`, `account.balance`, `slots[1]`, `node->next`.
/// Keywords, types that are written with `::`, and names of functions that are called are left out.
std::vector<std::string> object_names(std::string_view code);

/// Objects that a member function of is called: `changed` in `changed.wait(lock)`.
std::vector<std::string> called_objects(std::string_view code);

/// The mutexes that a lock of the standard library is made of: `mutex_` in `const std::scoped_lock hold(mutex_);`.
std::vector<std::string> guarded_objects(std::string_view code);

/// What a line of C++ assigns to: the name before `=`, `+=`, ..., or beside `++` and `--`; empty where that is not
/// plain.
std::string assigned_name(std::string_view code);

}  // namespace interleave
