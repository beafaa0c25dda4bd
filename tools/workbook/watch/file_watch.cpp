// tools/workbook/watch/file_watch.cpp: see file_watch.hpp.
#include "watch/file_watch.hpp"

#include <fmt/core.h>

#include <linux/magic.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace workbook {

namespace {

constexpr std::uint32_t kReported = IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_DELETE | IN_MOVED_FROM |
                                    IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

struct UnreportedKind {
  std::uint32_t magic;
  const char* name;
};

// Not all of these numbers stand in <linux/magic.h>; see statfs(2).
constexpr std::uint32_t kFuse = 0x65735546;
constexpr std::uint32_t kCifs = 0xFF534D42;
constexpr std::uint32_t kSmb2 = 0xFE534D42;
constexpr std::uint32_t kVirtualBox = 0x786F4256;
constexpr std::array kUnreportedKinds{UnreportedKind{NFS_SUPER_MAGIC, "NFS"},
                                      UnreportedKind{kCifs, "CIFS"},
                                      UnreportedKind{kSmb2, "SMB"},
                                      UnreportedKind{SMB_SUPER_MAGIC, "SMB"},
                                      UnreportedKind{V9FS_MAGIC, "9p"},
                                      UnreportedKind{kFuse, "FUSE"},
                                      UnreportedKind{AFS_SUPER_MAGIC, "AFS"},
                                      UnreportedKind{CEPH_SUPER_MAGIC, "Ceph"},
                                      UnreportedKind{kVirtualBox, "VirtualBox"}};

std::string reason_of(int error) { return fmt::format("the system does not report saves ({})", std::strerror(error)); }

}  // namespace

bool FileState::operator==(const FileState& other) const {
  return device == other.device && number == other.number && bytes == other.bytes &&
         written.tv_sec == other.written.tv_sec && written.tv_nsec == other.written.tv_nsec;
}

std::optional<FileState> state_of_file(const std::filesystem::path& file) {
  struct stat status {};
  if (stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return FileState{status.st_dev, status.st_ino, status.st_size, status.st_mtim};
}

std::string unreported_kind(const std::filesystem::path& folder) {
  struct statfs status {};
  if (statfs(folder.c_str(), &status) != 0) return "";
  const auto magic = static_cast<std::uint32_t>(status.f_type);
  const auto found = std::ranges::find(kUnreportedKinds, magic, &UnreportedKind::magic);
  return found == kUnreportedKinds.end() ? "" : found->name;
}

FileWatch::FileWatch(std::filesystem::path file, bool with_reports)
    : file_(std::move(file)), told_(state_of_file(file_)), seen_(told_) {
  const std::string kind = unreported_kind(file_.parent_path());
  if (!with_reports || !kind.empty()) {
    obstacle_ = with_reports ? kind + " does not report every save" : "as it was asked for";
    return;
  }
  inotify_ = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (inotify_ < 0) obstacle_ = reason_of(errno);
  watch_folder();
}

FileWatch::~FileWatch() {
  if (inotify_ >= 0) close(inotify_);
}

// Also a folder that was deleted, and made anew.
void FileWatch::watch_folder() {
  if (inotify_ < 0 || watched_ >= 0) return;
  watched_ = inotify_add_watch(inotify_, file_.parent_path().c_str(), kReported);
  obstacle_ = watched_ >= 0 ? "" : reason_of(errno);
}

// What they say is not needed, but for a folder that has gone.
void FileWatch::take_reports() {
  if (inotify_ < 0) return;
  std::array<char, 16384> bytes{};
  for (ssize_t count = 0; (count = read(inotify_, bytes.data(), bytes.size())) > 0;) {
    for (ssize_t at = 0; at < count;) {
      inotify_event event{};
      std::memcpy(&event, bytes.data() + at, sizeof event);
      at += static_cast<ssize_t>(sizeof event + event.len);
      if (event.wd != watched_ || (event.mask & (IN_IGNORED | IN_MOVE_SELF)) == 0) continue;
      inotify_rm_watch(inotify_, std::exchange(watched_, -1));
    }
  }
}

std::chrono::milliseconds FileWatch::until_next_look(Clock::time_point now) const {
  if (!seen_ || seen_ == told_) return watched_ >= 0 ? kBetweenLooksBesides : kBetweenLooks;
  const auto rest = std::chrono::ceil<std::chrono::milliseconds>(last_change_ + kRest - now);
  return std::clamp(rest, std::chrono::milliseconds(1), kRest);
}

bool FileWatch::look(Clock::time_point now) {
  take_reports();
  watch_folder();
  const std::optional<FileState> state = state_of_file(file_);
  if (state != seen_) last_change_ = now;
  seen_ = state;
  if (!seen_ || seen_ == told_ || now < last_change_ + kRest) return false;
  told_ = seen_;
  return true;
}

}  // namespace workbook
