// tools/interleave/command/explore.cpp: see explore.hpp.
#include "interleave/command/explore.hpp"

#include "interleave/command/limit.hpp"
#include "jail/watch.hpp"
#include "programs/pipe.hpp"
#include "programs/signals.hpp"

#include <workbook/process.hpp>

#include <fmt/core.h>

#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <system_error>
#include <utility>

namespace interleave {

namespace {

using Clock = std::chrono::steady_clock;
using workbook::Pipe;

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

// The group that a signal to us has to end, too; 0 where there is none. Its end is then noticed like any other.
volatile sig_atomic_t group_to_end = 0;
// By which signal.
volatile sig_atomic_t ends_it = SIGKILL;
// That signal; 0 where none came.
volatile sig_atomic_t signal_that_came = 0;

void end_group(int number) {
  signal_that_came = number;
  if (group_to_end != 0) kill(-static_cast<pid_t>(group_to_end), ends_it);
}

// What an explored program may use: much more than the explorer needs, and less than would hurt the machine.
constexpr rlim_t kMostAddressSpace = rlim_t{4} << 30;
constexpr rlim_t kMostOfAFile = rlim_t{64} << 20;

// Runs in the new process, between fork and exec.
void enter_own_group(pid_t parent, const jail::Watch* watch, const std::function<void()>& prepare) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);  // The parent died before the line above took effect.
  // What else is open here is none of the program's business. (An old kernel leaves it open.)
  for (const auto& [first, last] : {std::pair{3U, kRecordDescriptor - 1U}, std::pair{kRecordDescriptor + 1U, ~0U}}) {
    close_range(first, last, CLOSE_RANGE_CLOEXEC);
  }
  if (watch != nullptr) dup2(watch->writer(), jail::kReportDescriptor);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_AS, kMostAddressSpace);
  limit(RLIMIT_FSIZE, kMostOfAFile);
  if (prepare) prepare();
}

// What has to be started for the program to run.
std::vector<std::string> command_for(const Request& request) {
  std::vector<std::string> program{request.program.string()};
  program.insert(program.end(), request.arguments.begin(), request.arguments.end());
  if (request.jail.empty()) return program;
  const std::vector<std::string> options{"--memory",    std::to_string(kMostAddressSpace),
                                         "--file-size", std::to_string(kMostOfAFile),
                                         "--keep-fd",   std::to_string(kRecordDescriptor),
                                         "--env",       "INTERLEAVE",
                                         "--env",       "LD_BIND_NOW"};
  return jail::Watch::command(request.jail, options, program);
}

/// A started program in a process group of its own; the whole group is ended and reaped when this goes.
class Running {
 public:
  Running(const Request& request, Pipe& records, Pipe& output) {
    if (access(request.program.c_str(), X_OK) != 0) fail(request.program.c_str());
    bp::environment environment = boost::this_process::environment();
    environment["INTERLEAVE"] = as_environment(request);
    // Calls into libraries are resolved once, and not again after each time the program's variables are put back.
    environment["LD_BIND_NOW"] = "1";
    if (!request.jail.empty()) watch_ = std::make_unique<jail::Watch>();
    const std::vector<std::string> command = command_for(request);
    const std::vector<std::string> arguments(command.begin() + 1, command.end());
    const pid_t parent = getpid();
    bp::child child(
        bp::exe = command.front(), bp::args = arguments, environment, bp::std_in < bp::null,
        bp::posix::fd.bind(1, output.writer()), bp::posix::fd.bind(2, output.writer()),
        bp::posix::fd.bind(kRecordDescriptor, records.writer()),
        bp::extend::on_exec_setup = [&](auto&) { enter_own_group(parent, watch_.get(), request.prepare); });
    pid_ = child.id();
    child.detach();       // From here on we wait for it ourselves.
    setpgid(pid_, pid_);  // Whichever of the two comes first.
    ends_it = ending_signal();
    group_to_end = pid_;
    if (signal_that_came != 0) end_group(signal_that_came);  // it came before there was a group
    records.close_writer();
    output.close_writer();
  }
  ~Running() { finish(); }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  /// Ends what still runs of the group. A program that has ended by itself keeps its end.
  /// @return  as waitpid() tells it
  int finish() {
    if (pid_ < 0) return status_;
    kill(-pid_, ending_signal());
    while (waitpid(pid_, &status_, 0) < 0 && errno == EINTR) {
    }
    group_to_end = 0;
    pid_ = -1;
    return status_;
  }

  /// After the end: why the jail could not do its work; empty where it could, or there is none.
  std::string jail_fault() const { return watch_ ? watch_->fault() : ""; }

  /// Waits until it has ended by itself, for at most `time`.
  bool ends_within(std::chrono::milliseconds time) const {
    const Clock::time_point limit = Clock::now() + time;
    do {
      siginfo_t info{};
      if (waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOWAIT | WNOHANG) == 0 && info.si_pid == pid_)
        return true;
      constexpr timespec kPause{0, 1'000'000};
      nanosleep(&kPause, nullptr);
    } while (Clock::now() < limit);
    return false;
  }

 private:
  int ending_signal() const { return watch_ ? jail::kEndingSignal : SIGKILL; }

  std::unique_ptr<jail::Watch> watch_;  // null: there is no jail
  pid_t pid_ = -1;
  int status_ = 0;
};

/// Reads the records and the output until both have ended, or until nothing comes any more.
class Listener {
 public:
  Listener(const Pipe& records, const Pipe& output, Decoder& decoder, std::function<void(std::string_view)> on_output)
      : sources_{{{records.reader(), POLLIN, 0}, {output.reader(), POLLIN, 0}}},
        decoder_(decoder),
        on_output_(std::move(on_output)) {}

  /// @param renewed  each record renews our patience
  /// @return         false where patience came to its end
  /// @throws BadRecord
  bool listen(std::chrono::milliseconds patience, bool renewed) {
    Clock::time_point limit = Clock::now() + patience;
    // A process that the program left behind may hold its output open; the records' end is the end.
    while (sources_[0].fd >= 0 && !decoder_.report().ended) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(limit - Clock::now());
      if (left.count() <= 0) return false;
      const int ready = poll(sources_.data(), sources_.size(), static_cast<int>(left.count()) + 1);
      if (ready < 0 && errno != EINTR) fail("poll");
      if (ready <= 0) continue;
      if (take_records() && renewed) limit = Clock::now() + patience;
      take_output();
    }
    return true;
  }

  void take_rest_of_output() {
    while (sources_[1].fd >= 0 && poll(&sources_[1], 1, 0) > 0) take_output();
  }

 private:
  bool take_records() {
    const std::string_view bytes = read_from(sources_[0]);
    decoder_.take(bytes);
    return !bytes.empty();
  }
  void take_output() {
    const std::string_view bytes = read_from(sources_[1]);
    if (!bytes.empty()) on_output_(bytes);
  }
  std::string_view read_from(pollfd& source) {
    if (source.fd < 0 || source.revents == 0) return {};
    const ssize_t count = read(source.fd, buffer_.data(), buffer_.size());
    source.revents = 0;
    if (count < 0 && errno == EINTR) return {};
    if (count <= 0) source.fd = -1;
    return {buffer_.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0))};
  }

  std::array<pollfd, 2> sources_;
  Decoder& decoder_;
  std::function<void(std::string_view)> on_output_;
  std::array<char, 65536> buffer_{};
};

void write_to_standard_error(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(STDERR_FILENO, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

std::chrono::milliseconds patience_of(const Request& request) {
  const std::chrono::duration<double> search(request.seconds.value_or(0));
  return request.patience + std::chrono::duration_cast<std::chrono::milliseconds>(search);
}

// The library says so as soon as it is loaded.
constexpr std::string_view kBeforeMain = "before main";

// A program that breaks off before main() does so by itself: nothing of the search has run yet.
Failure failure_before_main(const Explored& explored) {
  if (explored.timed_out) return {"livelock", "main() did not begin, and the program was ended", 0};
  if (explored.signal != 0)
    return {"crash", fmt::format("SIG{} before main() began", sigabbrev_np(explored.signal)), 0};
  if (explored.exit_code == 0) return {"unsupported", "the program ended before main() began", 0};
  return {"wrong_result", fmt::format("exit code {} before main() began", explored.exit_code), explored.exit_code};
}

std::string how_it_ended(const Explored& explored) {
  if (!explored.bad_record.empty()) return explored.bad_record;
  if (explored.timed_out) return "the program did not come to an end, and was ended";
  if (explored.signal != 0)
    return fmt::format("the program was ended by SIG{} outside the search", sigabbrev_np(explored.signal));
  return fmt::format("the program ended with exit code {} before its last record", explored.exit_code);
}

void note_fault(Report& report, const std::string& what, int exit_code) {
  report.ended = true;
  report.verdict = Verdict::fault;
  report.failure = Failure{"crash", what, exit_code};
}

// A program that breaks off has not said what it found: say what it was at.
void note_breaking_off(Explored& explored, const Progress& last) {
  if (explored.report.ended && explored.bad_record.empty()) return;
  Report& report = explored.report;
  report.ended = true;
  if (last.phase == kBeforeMain && explored.bad_record.empty()) {
    report.failure = failure_before_main(explored);
    report.verdict = report.failure->kind == "unsupported" ? Verdict::unsupported
                     : report.failure->exit_code == 3      ? Verdict::not_done
                                                           : Verdict::fails;
    return;
  }
  if (report.executions == 0) report.executions = last.executions;
  if (report.seconds == 0) report.seconds = last.seconds;
  note_fault(report, how_it_ended(explored), explored.exit_code);
}

void add(std::string& words, const std::string& name, const std::string& value) {
  words += (words.empty() ? "" : " ") + name + "=" + value;
}

}  // namespace

std::string as_environment(const Request& request) {
  std::string words;
  add(words, "descriptor", std::to_string(kRecordDescriptor));
  if (!request.search.empty()) add(words, "search", request.search);
  if (request.bound) add(words, "bound", std::to_string(*request.bound));
  if (request.seed) add(words, "seed", std::to_string(*request.seed));
  if (request.seconds) add(words, "time", fmt::format("{}", *request.seconds));
  if (request.executions) add(words, "executions", std::to_string(*request.executions));
  if (request.steps) add(words, "steps", std::to_string(*request.steps));
  if (request.spurious) add(words, "spurious", std::to_string(*request.spurious));
  if (request.try_lock_fails) add(words, "refusals", "1");
  if (!request.switching.empty()) add(words, "switch", request.switching);
  if (request.search == "bounded") add(words, "traces", "1");
  if (request.go_on) add(words, "continue", "1");
  if (request.replay) add(words, "replay", *request.replay);
  return words;
}

Explored explore(const Request& request, const std::function<void(const Progress&)>& on_progress,
                 const std::function<void(std::string_view)>& on_output) {
  signal_that_came = 0;
  const workbook::EndingSignals signals(end_group);
  Pipe records;
  Pipe output;
  Decoder decoder(on_progress);
  Running running(request, records, output);
  Listener listener(records, output, decoder, on_output ? on_output : write_to_standard_error);
  Explored explored;
  try {
    explored.timed_out = !listener.listen(patience_of(request), !request.seconds);
  } catch (const BadRecord& bad) {
    explored.bad_record = bad.what();
  }
  constexpr std::chrono::milliseconds kTimeToEnd{20'000};
  if (!explored.timed_out && explored.bad_record.empty()) running.ends_within(kTimeToEnd);
  const int status = running.finish();
  listener.take_rest_of_output();
  explored.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  explored.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  explored.interrupted_by = signal_that_came;
  explored.records = decoder.records();
  explored.report = decoder.report();
  note_breaking_off(explored, decoder.last_progress());
  if (const std::string fault = running.jail_fault(); !fault.empty()) note_fault(explored.report, fault, 0);
  return explored;
}

}  // namespace interleave
