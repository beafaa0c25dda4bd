// tools/workbook/machine/processors.hpp: how many processors a program may use here. In a container that differs from
// what the machine has.
#pragma once

#include <optional>
#include <string>

namespace workbook {

struct Processors {
  int online = 1;               ///< of the machine
  int allowed = 1;              ///< by this process's affinity mask
  std::optional<double> quota;  ///< processors' worth of time that the control group grants, where it sets a limit

  /// How many workers can be at work at once: the allowed ones, or the quota rounded up where that is less.
  int usable() const;
};

/// Of this process, now.
Processors processors();

/// Processors' worth of time that the content of a cgroup's `cpu.max` grants: "50000 100000" is half a processor, "max
/// 100000" no limit.
std::optional<double> quota_in(const std::string& cpu_max);

}  // namespace workbook
