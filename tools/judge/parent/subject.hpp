// tools/judge/parent/subject.hpp: starts a subject, asks it one question, and says how that went.
// Whatever the subject does, the caller gets an Outcome and no process is left behind.
#pragma once

#include "judge/protocol.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace judge {

/// What a subject may use. Enough for any honest answer by a wide margin.
struct Limits {
  std::chrono::milliseconds deadline{20'000};  ///< from start to end, by the wall clock
  std::chrono::seconds cpu{30};                ///< processor time
  std::uint64_t memory_bytes = 4ull << 30;     ///< address space; 0: as much as it wants
  std::uint64_t file_bytes = 8ull << 20;       ///< largest file it may write
  std::uint64_t processes = 16'384;            ///< and threads, of this user in all; root is not bound by it
  std::uint64_t stack_bytes = 8ull << 20;      ///< of each thread
  std::uint64_t descriptors = 256;             ///< open at once
  std::uint64_t printed_bytes = 16ull << 20;   ///< on stdout and stderr together; past that it is ended
  bool one_cpu = false;                        ///< keep it on one processor
};

/// How a subject's run ended.
enum class Ending {
  answered,     ///< it answered and then ended by itself with code 0
  not_done,     ///< it came to an empty hole
  threw,        ///< an exception left the student's code
  ended_early,  ///< it ended by itself without an answer
  crashed,      ///< a signal ended it
  hung,         ///< it gave no answer, or did not end, before the deadline
  starved,      ///< the same, but the machine gave it too little time to say whose fault that is
  flooded,      ///< it printed more than its limit
  meddled,      ///< something else than our answer came over the private channel
  no_start,     ///< the judge or the jail could not do its work: not the student's fault
};

struct Outcome {
  Ending ending = Ending::no_start;
  Facts answer;              ///< filled where ending is answered
  std::string reason;        ///< one plain sentence for a student, without its full stop; empty where answered
  std::string printed;       ///< what it printed, the first and the last kilobytes of it
  bool stood_still = false;  ///< hung, and it was proved before the deadline that no thread would ever go on
};

/// Starts the program at `subject`, asks it to run `scenario`, waits for the answer and for its end.
/// Ends every process of its group. Not for use by several threads at once: it adopts the subject's orphans.
/// @param jail  what starts the subject shut in: the jail's program and options; empty: nothing does
Outcome ask(const std::filesystem::path& subject, const std::string& scenario, const Facts& asked,
            const Limits& limits = {}, const std::vector<std::string>& jail = {});

}  // namespace judge
