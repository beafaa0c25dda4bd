// tools/workbook/machine/processors.cpp: see processors.hpp. Sources: sched_getaffinity(2), and the kernel's
// cgroup-v2.rst for cpu.max.
#include "machine/processors.hpp"

#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

namespace fs = std::filesystem;

namespace workbook {

namespace {

// More processors than fit into one cpu_set_t are asked for in larger and larger sets.
int allowed_processors() {
  for (std::size_t sets = 1; sets <= 64; sets *= 2) {
    std::vector<cpu_set_t> mask(sets);
    const std::size_t bytes = sets * sizeof(cpu_set_t);
    if (sched_getaffinity(0, bytes, mask.data()) == 0) return CPU_COUNT_S(bytes, mask.data());
  }
  return 1;
}

std::string first_line(const fs::path& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return line;
}

// The line "0::/path" of /proc/self/cgroup.
fs::path own_group() {
  std::ifstream in("/proc/self/cgroup");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("0::/")) return line.substr(4);
  }
  return {};
}

std::optional<double> smaller(std::optional<double> one, std::optional<double> other) {
  if (!one || !other) return one ? one : other;
  return std::min(*one, *other);
}

// A group's limit holds for the groups below it, too.
std::optional<double> granted_quota() {
  const fs::path top = "/sys/fs/cgroup";
  std::optional<double> least = quota_in(first_line(top / "cpu.max"));
  for (fs::path group = own_group(); !group.empty(); group = group.parent_path()) {
    least = smaller(least, quota_in(first_line(top / group / "cpu.max")));
  }
  return least;
}

}  // namespace

std::optional<double> quota_in(const std::string& cpu_max) {
  std::istringstream words(cpu_max);
  double granted = 0;
  double period = 0;
  if (words >> granted >> period && granted > 0 && period > 0) return granted / period;
  return std::nullopt;
}

int Processors::usable() const { return quota ? std::clamp(static_cast<int>(std::ceil(*quota)), 1, allowed) : allowed; }

Processors processors() {
  const long online = sysconf(_SC_NPROCESSORS_ONLN);
  return {static_cast<int>(std::max(1L, online)), std::max(1, allowed_processors()), granted_quota()};
}

}  // namespace workbook
