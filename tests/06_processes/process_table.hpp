// tests/06_processes/process_table.hpp: what the kernel knows about the processes that live now.
#pragma once

#include <sys/types.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

namespace process_table {

/// A process, as it was when it was looked at.
struct Entry {
  pid_t pid = 0;
  pid_t parent = 0;
  pid_t group = 0;
  char state = '?';  ///< the kernel's letter: R runs, S sleeps, D waits for a disk, Z has ended and is not yet reaped
};

/// The process or thread that a stat file of the kernel tells of; pid 0 where it is gone.
inline Entry entry_in(const std::filesystem::path& stat_file) {
  std::ifstream file(stat_file);
  std::string line;
  std::getline(file, line);
  // The program's name stands in brackets and may hold anything, so look for the last bracket.
  const std::size_t name_end = line.rfind(')');
  if (name_end == std::string::npos) return {};
  Entry entry;
  std::istringstream(line) >> entry.pid;
  std::istringstream(line.substr(name_end + 1)) >> entry.state >> entry.parent >> entry.group;
  return entry;
}

/// Every process of the machine.
inline std::vector<Entry> all() {
  std::vector<Entry> entries;
  std::error_code gone;
  for (const auto& folder : std::filesystem::directory_iterator("/proc", gone)) {
    const std::string name = folder.path().filename();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    const Entry entry = entry_in(folder.path() / "stat");
    if (entry.pid != 0) entries.push_back(entry);
  }
  return entries;
}

/// Whether every thread of a process waits in the kernel for something that another has to do.
/// A process that has ended, or is gone, does nothing either.
inline bool asleep(pid_t pid) {
  const std::filesystem::path threads = "/proc/" + std::to_string(pid) + "/task";
  std::error_code gone;
  for (const auto& thread : std::filesystem::directory_iterator(threads, gone)) {
    const Entry entry = entry_in(thread.path() / "stat");
    if (entry.pid != 0 && entry.state != 'S' && entry.state != 'Z') return false;
  }
  return true;
}

/// Whether the process has come to its end, reaped or not.
inline bool ended(pid_t pid) {
  const Entry entry = entry_in("/proc/" + std::to_string(pid) + "/stat");
  return entry.pid == 0 || entry.state == 'Z' || entry.state == 'X';
}

}  // namespace process_table
