// tests/benchmarks/explorer/peers.cpp: the peers' runs, and how their words are read.
#include "peers.hpp"

#include "bounded_run.hpp"
#include "statistics/quantile.hpp"

#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace benchmarks {

namespace {

// Many times what a run takes that comes to its end.
constexpr int kMostSeconds = 2;
constexpr int kMostSecondsOfThreadSanitizer = 5;
constexpr int kMostSecondsOfHelgrind = 60;
// A program that hangs again and again has shown what it does.
constexpr double kMostSecondsInAll = 15;

// Exit codes of a tool that reported something, though the program's own was 0.
constexpr int kThreadSanitizerReported = 66;
constexpr int kHelgrindReported = 99;

bool contains(const std::string& text, const char* words) { return text.find(words) != std::string::npos; }

using Says = std::function<bool(const Ended&)>;

Tally tally(const std::vector<std::string>& words, int most_runs, int most_seconds, int code_of_tool,
            const Says& reported) {
  Tally tally;
  Times times;
  double all = 0;
  while (tally.runs < most_runs && all < kMostSecondsInAll) {
    const Ended ended = run_bounded(words, most_seconds);
    ++tally.runs;
    if (reported(ended)) ++tally.reported;
    if (ended.exit_code != 0 && ended.exit_code != code_of_tool) ++tally.wrong;
    if (ended.timed_out) ++tally.hung;
    times.push_back(ended.seconds);
    all += ended.seconds;
  }
  tally.seconds = workbook::quantile(times, 0.5);
  return tally;
}

}  // namespace

Tally run_plainly(const std::filesystem::path& program, int runs) {
  return tally({program}, runs, kMostSeconds, 0, [](const Ended&) { return false; });
}

Tally run_with_thread_sanitizer(const std::filesystem::path& program, int runs) {
  return tally({program}, runs, kMostSecondsOfThreadSanitizer, kThreadSanitizerReported, [](const Ended& ended) {
    if (contains(ended.output, "FATAL: ThreadSanitizer")) throw std::runtime_error(ended.output);
    return contains(ended.output, "WARNING: ThreadSanitizer");
  });
}

Tally run_with_helgrind(const std::filesystem::path& program, int runs) {
  const std::string error_code = "--error-exitcode=" + std::to_string(kHelgrindReported);
  return tally({"valgrind", "--quiet", "--tool=helgrind", error_code, program}, runs, kMostSecondsOfHelgrind,
               kHelgrindReported, [](const Ended& ended) {
                 // The second where the run was ended by us: its reports begin with the threads that they are about.
                 return ended.exit_code == kHelgrindReported || contains(ended.output, "Thread-Announcement");
               });
}

}  // namespace benchmarks
