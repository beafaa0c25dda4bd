// tools/judge/processes.hpp: what the kernel tells of processes and threads, in /proc. Each answer is true of
// one moment; a process that has gone meanwhile has no threads, has used no time, and is in the state '?'.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <vector>

namespace judge {

struct Process {
  pid_t id = 0;
  char state = '?';  ///< as state_of() has it
  pid_t parent = 0;
  pid_t group = 0;
};

/// Every process that the machine shows us, those included that have ended and are not reaped.
std::vector<Process> processes();

std::vector<pid_t> threads_of(pid_t process);

/// The letter by which the kernel names a thread's state: S sleeps, R runs, D waits for a disk, Z has ended.
char state_of(pid_t process, pid_t thread);

/// Whether every thread of a process waits in the kernel for something that another has to do. A process that has ended
/// does nothing either.
bool asleep(pid_t process);

/// Whether the process has come to its end, reaped or not.
bool ended(pid_t process);

/// Processor time that a process has used so far.
std::chrono::milliseconds cpu_of(pid_t process);

/// What stands behind `name` and a colon in the file "status" of a process or thread, such as
/// "voluntary_ctxt_switches". Empty where there is no such line.
/// @param folder  /proc/PROCESS or /proc/PROCESS/task/THREAD
std::string status_of(const std::string& folder, const std::string& name);

}  // namespace judge
