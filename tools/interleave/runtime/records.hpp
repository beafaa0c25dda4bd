// tools/interleave/runtime/records.hpp: writes the report, record by record. The form is described in
// tools/interleave/report/report.hpp, which reads it.
#pragma once

#include "details.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace interleave {

class Records {
 public:
  explicit Records(int descriptor) : descriptor_(descriptor) {}

  void write(std::string_view name, std::initializer_list<std::string> fields = {});
  void write_step(const DetailedStep& step);
  void write_race(const DetailedRace& race);
  /// Sends what was written so far.
  void flush();

 private:
  int descriptor_;
  std::string buffer_;
};

std::string hexadecimal(std::uintptr_t address);
std::string list_of(const CallStack& stack);

}  // namespace interleave
