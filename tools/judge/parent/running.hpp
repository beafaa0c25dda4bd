// tools/judge/parent/running.hpp: a subject's process, from its start under limits to its last trace.
#pragma once

#include "jail/watch.hpp"
#include "judge/parent/subject.hpp"

#include <workbook/process.hpp>

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace judge {

/// Puts the calling process under these limits; for use between fork and exec.
void enter_limits(const Limits& limits);

/// Owns a file descriptor.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();
  int get() const { return number_; }

 private:
  int number_ = -1;
};

/// The jail could not do its work.
class JailFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// How a process ended: with a code, or by a signal (0: none), and the processor time it had used.
struct End {
  int code = 0;
  int signal = 0;
  std::chrono::milliseconds cpu{0};
  std::string fault{};  ///< why the jail could not do its work; empty: it could, or there is none
};

/// What a subject is doing, asked before it is ended, the processes that it started included.
struct Pace {
  std::chrono::milliseconds cpu{0};  ///< processor time used so far by those that live
  bool blocked = false;              ///< every thread of each sleeps in the kernel
};

/// A subject in its own process group, under limits, its output and the private channel in our hands. Where a jail
/// starts it, the jail is our child, and ends as the subject did.
/// Ends and reaps the whole group when destroyed. Not for use by several threads at once.
class Running {
 public:
  /// @param jail  what starts the program shut in; empty: nothing does
  /// @throws std::system_error  where the program can't be started
  /// @throws JailFault
  Running(const std::filesystem::path& program, const Limits& limits, const std::vector<std::string>& jail = {});
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  int channel() const { return channel_.get(); }
  int output() const { return output_.get(); }
  /// Readable once the process has ended.
  int end_event() const { return end_event_.get(); }

  /// The subject's process, and its process group, which has the same number.
  pid_t group() const { return group_; }
  /// Who becomes the parent of the subject's orphans.
  pid_t adopter() const { return adopter_; }

  void note_end() { ended_ = true; }
  bool ended() const { return ended_; }

  /// What the group is doing. Blocked only if it is seen so in several looks, over a tenth of a second.
  Pace pace() const;

  /// Ends what still runs of the group, reaps it, and tells how the subject itself ended.
  End finish();

 private:
  Pace look() const;
  void start(const std::vector<std::string>& command, int output, int channel, const Limits& limits);
  void note_who_runs();

  pid_t pid_ = -1;  // our child: the subject, or the jail
  pid_t group_ = -1;
  pid_t adopter_ = -1;
  std::unique_ptr<jail::Watch> watch_;  // null: there is no jail
  Descriptor channel_;
  Descriptor output_;
  Descriptor end_event_;
  bool ended_ = false;
  std::optional<End> end_;
};

}  // namespace judge
