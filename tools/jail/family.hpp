// tools/jail/family.hpp: every process that a job has started, and its end.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace jail {

/// Processes that descend from `ancestor` and have not ended, himself left out. Where `ancestor` adopts orphans, none
/// gets out of this by becoming a daemon; one whose parent ends at this very moment may be passed over.
std::vector<pid_t> descendants_of(pid_t ancestor);

/// Memory that the descendants of `ancestor` have in use together. What they share is counted for each.
std::uint64_t resident_bytes_of_descendants(pid_t ancestor);

/// Whether a process of this user lives.
bool runs_something(uid_t uid);

/// Ends and reaps all descendants of the calling process, who adopts their orphans.
/// @param uid  of the job, where nobody else has it: all of this user's processes end then at one moment
/// @return     how many had to be ended; nothing where some still live after ten seconds
std::optional<int> sweep(std::optional<uid_t> uid);

}  // namespace jail
