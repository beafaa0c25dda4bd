// tests/benchmarks/explorer/peers.hpp: what other ways of looking for the same mistakes come to.
#pragma once

#include <filesystem>

namespace benchmarks {

/// What came of several runs of one program.
struct Tally {
  int runs = 0;
  int reported = 0;    // the tool said something
  int wrong = 0;       // the program itself showed a mistake: exit code, signal, or no end
  int hung = 0;        // no end
  double seconds = 0;  // median of a run
};

// They end early where hanging runs have used up the time that one program gets.

/// Just runs it.
Tally run_plainly(const std::filesystem::path& program, int runs);
/// @param program  built with -fsanitize=thread
/// @throws std::runtime_error  where ThreadSanitizer can't work on this system
Tally run_with_thread_sanitizer(const std::filesystem::path& program, int runs);
Tally run_with_helgrind(const std::filesystem::path& program, int runs);

}  // namespace benchmarks
