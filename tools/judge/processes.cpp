// tools/judge/processes.cpp: see processes.hpp. Source of the files' forms: proc(5).
#include "judge/processes.hpp"

#include <time.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

namespace judge {

namespace {

// What follows a process's or thread's number and name in its file "stat": state, parent, group, ...
std::istringstream stat_of(const std::string& folder) {
  std::ifstream stat(folder + "/stat");
  std::string line;
  std::getline(stat, line);
  // The name stands in brackets and may hold brackets.
  const std::size_t name_end = line.rfind(')');
  return std::istringstream(name_end == std::string::npos ? "" : line.substr(name_end + 1));
}

// The folders in `folder` whose names are numbers.
std::vector<pid_t> numbers_in(const std::string& folder) {
  std::vector<pid_t> numbers;
  std::error_code gone;
  for (const auto& entry : std::filesystem::directory_iterator(folder, gone)) {
    const std::string name = entry.path().filename();
    if (name.find_first_not_of("0123456789") == std::string::npos) numbers.push_back(std::stoi(name));
  }
  return numbers;
}

}  // namespace

std::vector<Process> processes() {
  std::vector<Process> all;
  for (const pid_t id : numbers_in("/proc")) {
    Process process{.id = id};
    if (stat_of("/proc/" + std::to_string(id)) >> process.state >> process.parent >> process.group) {
      all.push_back(process);
    }
  }
  return all;
}

std::vector<pid_t> threads_of(pid_t process) { return numbers_in("/proc/" + std::to_string(process) + "/task"); }

char state_of(pid_t process, pid_t thread) {
  char state = '?';
  stat_of("/proc/" + std::to_string(process) + "/task/" + std::to_string(thread)) >> state;
  return state;
}

bool asleep(pid_t process) {
  const auto rests = [process](pid_t thread) {
    const char state = state_of(process, thread);
    return state == 'S' || state == 'Z' || state == '?';
  };
  return std::ranges::all_of(threads_of(process), rests);
}

bool ended(pid_t process) {
  const char state = state_of(process, process);
  return state == 'Z' || state == 'X' || state == '?';
}

std::chrono::milliseconds cpu_of(pid_t process) {
  clockid_t clock{};
  timespec used{};
  if (clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &used) != 0) return {};
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(used.tv_sec) +
                                                               std::chrono::nanoseconds(used.tv_nsec));
}

std::string status_of(const std::string& folder, const std::string& name) {
  std::ifstream status(folder + "/status");
  for (std::string line; std::getline(status, line);) {
    if (!line.starts_with(name + ':')) continue;
    const std::size_t value = line.find_first_not_of(" \t", name.size() + 1);
    return value == std::string::npos ? "" : line.substr(value);
  }
  return "";
}

}  // namespace judge
