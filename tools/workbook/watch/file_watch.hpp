// tools/workbook/watch/file_watch.hpp: notices when a file was saved, however an editor does that.
#pragma once

#include <sys/types.h>
#include <time.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

namespace workbook {

/// What changes of a file whenever it is saved.
struct FileState {
  dev_t device = 0;
  ino_t number = 0;
  off_t bytes = 0;
  timespec written{};

  bool operator==(const FileState& other) const;
};

/// That of a file now, links followed; no value where there is none.
std::optional<FileState> state_of_file(const std::filesystem::path& file);

/// Why the file system at `folder` does not report what other machines or programs write there, such as "NFS"; empty
/// where it does.
std::string unreported_kind(const std::filesystem::path& folder);

/// Watches one file. The folder it stands in reports what happens there (inotify), since many an editor writes another
/// file and gives it the name of the old one. A report is no more than a reason to look; what counts is that the file's
/// state is another one than before, and has been so for a moment: an editor may write in several steps. Where nobody
/// reports, looking again and again has to do.
class FileWatch {
 public:
  using Clock = std::chrono::steady_clock;

  /// For how long the file has to be at rest.
  static constexpr std::chrono::milliseconds kRest{60};
  static constexpr std::chrono::milliseconds kBetweenLooks{500};
  /// With reports, too: the file may be a link to a place that no one watches.
  static constexpr std::chrono::milliseconds kBetweenLooksBesides{2'000};

  /// As the file is now, it counts as seen.
  /// @param with_reports  false: as if nobody reported
  explicit FileWatch(std::filesystem::path file, bool with_reports = true);
  ~FileWatch();
  FileWatch(const FileWatch&) = delete;
  FileWatch& operator=(const FileWatch&) = delete;

  /// To wait on: there is something to read when it is time for a look. -1 where nobody reports.
  int reports() const { return watched_ >= 0 ? inotify_ : -1; }

  /// After how long a look is due at the latest.
  std::chrono::milliseconds until_next_look(Clock::time_point now) const;

  /// Takes a look.
  /// @return  whether the file is there and has been saved since the last look that said so
  bool look(Clock::time_point now);

  /// Whether the file was there at the last look.
  bool is_there() const { return seen_.has_value(); }

  /// Why nobody reports, in words that follow "looked at every half second: "; empty where somebody does.
  const std::string& obstacle() const { return obstacle_; }

 private:
  void watch_folder();
  void take_reports();

  const std::filesystem::path file_;
  int inotify_ = -1;
  int watched_ = -1;
  std::string obstacle_;
  std::optional<FileState> told_;    // when look() last said yes
  std::optional<FileState> seen_;    // at the last look
  Clock::time_point last_change_{};  // of the file
};

}  // namespace workbook
