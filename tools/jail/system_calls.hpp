// tools/jail/system_calls.hpp: the kernel's calls that no answer to an exercise needs, refused by a seccomp filter.
#pragma once

namespace jail {

/// Whether there is a filter for this kind of processor.
bool can_refuse_system_calls();

/// From here on the calling process, and all that it starts, is refused: sockets (but for a connected pair), looking
/// into or changing other processes, namespaces, mounts, memory and messages that outlive a process, memory in files
/// without a name, and the parts of the kernel that have most faults. Needs no_new_privs.
/// @throws std::system_error  where the kernel has no seccomp
void refuse_system_calls();

}  // namespace jail
