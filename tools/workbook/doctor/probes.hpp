// tools/workbook/doctor/probes.hpp: looks at one part of this machine each, by harmless calls that are undone at once.
#pragma once

#include "doctor/finding.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace workbook {

/// Each package of a list like tools/packages.txt.
std::vector<Finding> probe_packages(const std::filesystem::path& list);

/// Whether the explorer, built if it is not, finds the race in a program of two threads.
Finding probe_explorer();

/// Reading in what call another process waits; tracing it.
Finding probe_standstill();
Finding probe_ptrace();
/// Limits that processes are put under.
Finding probe_limits();
/// Each rung of the jail, which is built if it is not.
std::vector<Finding> probe_rungs();
/// The same from what the jail says with --probe --json.
std::vector<Finding> findings_of_rungs(const std::string& json);
/// News of files that change.
Finding probe_inotify();

Finding probe_processors();
/// Room, and the right to write, in this checkout.
std::vector<Finding> probe_folders();
Finding probe_shared_memory();
Finding probe_terminal();

/// Runs `probe` in a process of its own, so that whatever it changes ends with it.
/// @param probe  returns 0 where all went well, else an errno
/// @return       what it returned; EINTR where it did not end by itself within some seconds
int in_a_process(const std::function<int()>& probe);

/// `command` as this user has to type it: with sudo in front, where that takes the rights of root.
std::string as_root(const std::string& command);

/// The first version number in what a program printed, such as "3.25.1"; empty where there is none.
std::string version_in(const std::string& text);

}  // namespace workbook
