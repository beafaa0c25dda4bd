// tools/jail/supervisor.cpp: see supervisor.hpp.
#include "jail/supervisor.hpp"

#include "jail/bubblewrap.hpp"
#include "jail/control.hpp"
#include "jail/family.hpp"
#include "jail/folders.hpp"
#include "jail/program.hpp"
#include "jail/system_call.hpp"
#include "jail/throwaway_uid.hpp"

#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <optional>
#include <sstream>
#include <stdexcept>

namespace jail {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// What every program needs, on a rung where the machine's own files are there.
Access access_to_the_system() {
  Access access;
  for (const char* const path :
       {"/usr", "/bin", "/lib", "/lib32", "/lib64", "/libx32", "/sbin", "/etc/ld.so.cache", "/etc/alternatives",
        "/proc", "/sys/devices/system/cpu", "/dev/urandom", "/dev/random"}) {
    if (fs::exists(path)) access.reads.emplace_back(path);
  }
  for (const char* const path : {"/dev/null", "/dev/zero", "/dev/full"}) {
    if (fs::exists(path)) access.writes.emplace_back(path);
  }
  return access;
}

// Signals that ask us to end come here and nowhere else.
class EndingSignals {
 public:
  EndingSignals() {
    sigset_t wanted;
    sigemptyset(&wanted);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&wanted, number);
    sigprocmask(SIG_BLOCK, &wanted, nullptr);
    descriptor_ = checked(signalfd(-1, &wanted, SFD_CLOEXEC), "signalfd");
  }
  ~EndingSignals() { close(descriptor_); }
  EndingSignals(const EndingSignals&) = delete;
  EndingSignals& operator=(const EndingSignals&) = delete;

  int descriptor() const { return descriptor_; }
  int take() const {
    signalfd_siginfo info{};
    return read(descriptor_, &info, sizeof info) == sizeof info ? static_cast<int>(info.ssi_signo) : SIGTERM;
  }

 private:
  int descriptor_ = -1;
};

double seconds_in(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

class Supervisor {
 public:
  Supervisor(const Job& job, Rung rung, const Reports& reports)
      : job_(job), rung_(rung), reports_(reports), deadline_(Clock::now() + job.limits.wall) {
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    prctl(PR_SET_PDEATHSIG, SIGTERM);  // Whoever started us is gone: end, and leave nothing.
    prctl(PR_SET_DUMPABLE, 0);         // The program may have our user's rights.
    if (geteuid() == 0) {
      checked(setgroups(0, nullptr), "setgroups");
      user_.emplace(job.uid);
    }
    if (rung != Rung::namespaces) private_folder_.emplace(uid());
    lent_.emplace(job.writes, uid());
    check_paths();
  }

  Ended run() {
    const Clock::time_point begin = Clock::now();
    start();
    Ended ended;
    try {
      wait_for_start();
      reports_.tell(Started{rung_, uid().value_or(getuid()), program_, parent_of_program()});
      watch();
    } catch (...) {
      clear_away();
      throw;
    }
    clear_away();
    ended.wall_seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    describe(ended);
    return ended;
  }

 private:
  std::optional<uid_t> uid() const { return user_ ? std::optional(user_->get()) : std::nullopt; }

  void check_paths() const {
    std::vector<fs::path> paths = job_.reads;
    paths.insert(paths.end(), job_.writes.begin(), job_.writes.end());
    paths.emplace_back(job_.command.front());
    if (rung_ == Rung::namespaces) paths.push_back(fs::canonical("/proc/self/exe"));
    check_reachable(paths, uid());
  }

  // In the new process.
  [[noreturn]] void become_half_inside() {
    try {
      if (uid()) become_user(*uid());
      if (rung_ == Rung::namespaces) become_bubblewrap();
      std::optional<Landlock> landlock;
      if (rung_ == Rung::landlock) landlock.emplace(access());
      become_program({.job = job_,
                      .control = control_.inside(),
                      .folder = private_folder_->path(),
                      .has_own_uid = uid().has_value(),
                      .landlock = landlock ? &*landlock : nullptr,
                      .filtered = rung_ == Rung::landlock});
    } catch (const std::exception& error) {
      send_control(control_.inside(), kFault + std::string(error.what()));
    }
    _exit(1);
  }

  void become_bubblewrap() const {
    std::vector<int> kept = job_.kept_descriptors;
    kept.push_back(control_.inside());
    close_all_but(kept);
    checked(fcntl(control_.inside(), F_SETFD, 0), "FD_CLOEXEC");
    setsid();
    checked(prctl(PR_SET_PDEATHSIG, SIGKILL), "PR_SET_PDEATHSIG");
    execute(bubblewrap_command(job_, fs::canonical("/proc/self/exe"), control_.inside()),
            environment_for(job_, "/tmp"));
    fail(std::string("cannot start ") + kBubblewrap);
  }

  Access access() const {
    Access access = access_to_the_system();
    access.reads.insert(access.reads.end(), job_.reads.begin(), job_.reads.end());
    access.writes.insert(access.writes.end(), job_.writes.begin(), job_.writes.end());
    access.writes.push_back(private_folder_->path());
    return access;
  }

  void start() {
    child_ = checked(fork(), "fork");
    if (child_ == 0) become_half_inside();
    control_.close_inside();
    child_event_ = static_cast<int>(checked(syscall(SYS_pidfd_open, child_, 0), "pidfd_open"));
  }

  // Until the program has begun.
  void wait_for_start() {
    while (true) {
      pollfd sources[] = {{control_.ours(), POLLIN, 0}, {signals_.descriptor(), POLLIN, 0}};
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now()).count();
      const int ready = poll(sources, std::size(sources), static_cast<int>(std::max<std::int64_t>(left, 0)) + 1);
      if (sources[1].revents != 0) throw std::runtime_error("it was asked to end before the program began");
      if (ready == 0) throw std::runtime_error("the program did not begin before the end of its time");
      if (sources[0].revents != 0 && begins_with(control_.receive())) return;
    }
  }

  // Whether this message says that the program has begun.
  bool begins_with(const ControlMessage& message) {
    if (message.text.starts_with(kFault)) throw std::runtime_error(message.text.substr(std::strlen(kFault)));
    if (message.text == kReady) {
      program_ = message.sender;
      program_event_ = static_cast<int>(syscall(SYS_pidfd_open, program_, 0));
      return false;
    }
    if (message.text.starts_with(kEnded)) note_end(message.text);  // It ran, and not for long.
    const bool gone = message.text.empty();
    if (program_ < 0) throw std::runtime_error("the " + std::string(name_of(rung_)) + " rung does not work here");
    // Where the half inside is the program itself, its end of the channel is closed by that.
    return !gone || rung_ != Rung::namespaces || throw_gone();
  }

  [[noreturn]] static bool throw_gone() { throw std::runtime_error("bubblewrap was ended from outside"); }

  pid_t parent_of_program() const { return rung_ == Rung::namespaces ? inner_process_one() : getpid(); }

  // Bubblewrap's only child.
  pid_t inner_process_one() const {
    const std::vector<pid_t> inner = descendants_of(child_);
    return inner.empty() ? -1 : inner.front();
  }

  void watch() {
    while (!has_ended()) {
      constexpr int kBetweenLooks = 100;  // ms
      pollfd sources[] = {{rung_ == Rung::namespaces && !status_ ? control_.ours() : -1, POLLIN, 0},
                          {child_event_, POLLIN, 0},
                          {signals_.descriptor(), POLLIN, 0}};
      const int ready = poll(sources, std::size(sources), kBetweenLooks);
      if (ready < 0) continue;
      if (sources[0].revents != 0) take_message();
      if (sources[2].revents != 0) end_program_by_signal(signals_.take());
      if (sources[1].revents != 0) take_end();
      look_at_limits();
    }
  }

  bool has_ended() const { return child_ended_; }

  void take_message() {
    const ControlMessage message = control_.receive();
    if (message.text.starts_with(kEnded)) note_end(message.text);
    if (message.text.empty() && !status_) status_ = SIGKILL;
  }

  void note_end(const std::string& text) {
    std::istringstream words(text.substr(std::strlen(kEnded)));
    int status = 0;
    words >> status >> left_behind_;
    status_ = status;
  }

  // Our child's end: the program's own, or bubblewrap's, which comes after it.
  void take_end() {
    if (rung_ == Rung::namespaces && !status_) take_message();
    int status = 0;
    if (waitpid(child_, &status, WNOHANG) != child_) return;
    child_ended_ = true;
    if (rung_ != Rung::namespaces) status_ = status;
  }

  void end_program() const {
    if (program_event_ >= 0) syscall(SYS_pidfd_send_signal, program_event_, SIGKILL, nullptr, 0);
  }

  void end_program_by_signal(int number) {
    interrupted_by_ = number;
    end_program();
  }

  void look_at_limits() {
    if (status_ || !limit_.empty()) return;
    if (Clock::now() >= deadline_) limit_ = "wall";
    const std::uint64_t most = job_.limits.memory_bytes;
    if (most != 0 && resident_bytes_of_descendants(getpid()) > most) limit_ = "memory";
    if (!limit_.empty()) end_program();
  }

  void clear_away() {
    const std::optional<int> ended = sweep(uid());
    if (!ended) throw std::runtime_error("processes of the job are still there after ten seconds");
    if (rung_ != Rung::namespaces) left_behind_ = *ended;  // There the half inside has counted.
    getrusage(RUSAGE_CHILDREN, &used_);
    lent_.reset();
    private_folder_.reset();
  }

  void describe(Ended& ended) const {
    ended.rung = rung_;
    const int status = status_.value_or(SIGKILL);
    if (WIFSIGNALED(status)) ended.signal = WTERMSIG(status);
    if (WIFEXITED(status)) ended.exit_code = WEXITSTATUS(status);
    ended.cpu_seconds = seconds_in(used_.ru_utime) + seconds_in(used_.ru_stime);
    ended.memory_bytes = static_cast<std::uint64_t>(used_.ru_maxrss) << 10U;
    ended.interrupted_by = interrupted_by_;
    ended.left_behind = left_behind_;
    ended.limit = limit_;
    if (ended.signal == SIGXFSZ) ended.limit = "file";
    const bool out_of_time = ended.cpu_seconds + 1 >= static_cast<double>(job_.limits.cpu.count());
    if (ended.limit.empty() && ended.signal == SIGKILL && out_of_time) ended.limit = "cpu";
  }

  const Job& job_;
  const Rung rung_;
  const Reports& reports_;
  const Clock::time_point deadline_;
  const EndingSignals signals_;
  std::optional<ThrowawayUid> user_;
  std::optional<PrivateFolder> private_folder_;
  std::optional<LentFolders> lent_;
  Control control_;
  pid_t child_ = -1;  // the program, or bubblewrap
  int child_event_ = -1;
  bool child_ended_ = false;
  pid_t program_ = -1;
  int program_event_ = -1;
  std::optional<int> status_;  // the program's
  int left_behind_ = 0;
  std::string limit_;
  int interrupted_by_ = 0;
  rusage used_{};
};

}  // namespace

Ended run(const Job& job, Rung rung, const Reports& reports) { return Supervisor(job, rung, reports).run(); }

}  // namespace jail
