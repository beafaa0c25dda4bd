// tools/workbook/doctor/machine.cpp: processors, folders, files that change, the terminal.
#include "checkout/place.hpp"
#include "doctor/probes.hpp"
#include "machine/processors.hpp"
#include "terminal/terminal.hpp"

#include <fmt/core.h>

#include <langinfo.h>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <cerrno>
#include <clocale>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <system_error>

namespace fs = std::filesystem;

namespace workbook {

namespace {

constexpr std::uintmax_t kMegabyte = 1'000'000;
constexpr std::uintmax_t kForAStudent = 500 * kMegabyte;
constexpr std::uintmax_t kForAllTests = 4000 * kMegabyte;

// A file of our own for the time of a probe.
class ProbeFile {
 public:
  explicit ProbeFile(const fs::path& folder) : path_(folder / fmt::format(".doctor.{}", getpid())) {}
  ~ProbeFile() {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }
  ProbeFile(const ProbeFile&) = delete;
  ProbeFile& operator=(const ProbeFile&) = delete;

  /// Whether it could be written.
  bool write() const { return static_cast<bool>(std::ofstream(path_) << "probe\n" << std::flush); }

 private:
  fs::path path_;
};

Finding probe_folder(const fs::path& folder, const std::string& needed_for) {
  Finding finding{folder.filename().string() + "/", NeededBy::student, Health::works, "can be written", needed_for};
  // What isn't there yet will be made in the folder above.
  if (ProbeFile(fs::exists(folder) ? folder : folder.parent_path()).write()) return finding;
  finding.health = Health::missing;
  finding.found = std::strerror(errno);
  finding.mend = as_root(fmt::format("chown -R \"$(id -un)\" '{}'", folder.string()));
  return finding;
}

Finding probe_room() {
  std::error_code error;
  const std::uintmax_t free = fs::space(place::root(), error).available;
  Finding finding{"room on the disk", NeededBy::student, Health::works,
                  fmt::format("{:.1f} GB free", static_cast<double>(free) / 1e9), "what is built"};
  if (error || free < kForAllTests) {
    finding.health = error || free < kForAStudent ? Health::missing : Health::limited;
    finding.needed_for = fmt::format("what is built: {} MB for a student, {} MB for ./workbook test",
                                     kForAStudent / kMegabyte, kForAllTests / kMegabyte);
    finding.mend = "rm -rf build/release build/clang build/tsan build/asan, or make room elsewhere";
  }
  return finding;
}

// Whether news come of a file that is written in that folder.
int hear_of_a_file(const fs::path& folder) {
  const int news = inotify_init1(IN_CLOEXEC);
  if (news < 0) return errno;
  int error = inotify_add_watch(news, folder.c_str(), IN_CLOSE_WRITE) < 0 ? errno : 0;
  if (error == 0 && !ProbeFile(folder).write()) error = errno;
  pollfd waiting{news, POLLIN, 0};
  if (error == 0 && poll(&waiting, 1, 2000) != 1) error = ENOTSUP;
  close(news);
  return error;
}

}  // namespace

Finding probe_inotify() {
  Finding finding{"inotify", NeededBy::student, Health::works, "tells of changed files", "noticing that you saved"};
  const int error = hear_of_a_file(place::state());
  if (error == 0) return finding;
  finding.health = Health::limited;
  finding.found = std::strerror(error);
  finding.mend = error == EMFILE || error == ENOSPC ? as_root("sysctl fs.inotify.max_user_instances=1024")
                                                    : "keep the checkout on a disk of this machine";
  return finding;
}

Finding probe_processors() {
  const Processors found = processors();
  Finding finding{"processors", NeededBy::student, Health::works, "", "speed-ups"};
  finding.found = fmt::format("{} here, {} for this process", found.online, found.allowed);
  if (found.quota) finding.found += fmt::format(", time of {:.1f} granted", *found.quota);
  if (found.usable() >= 2) return finding;
  finding.health = Health::limited;
  finding.found += ": no program will be faster with more workers";
  finding.mend = found.online > 1 ? "none from inside; taskset or a container keeps the others back"
                                  : "none; use a machine with two or more to see a speed-up";
  return finding;
}

std::vector<Finding> probe_folders() {
  return {probe_room(), probe_folder(place::root() / "build", "what is built"),
          probe_folder(place::state(), "the workbook's own notes"), probe_folder(place::work(), "your answers")};
}

Finding probe_shared_memory() {
  Finding finding{"/dev/shm", NeededBy::instructor, Health::works, "", "processes that share memory"};
  std::error_code error;
  const std::uintmax_t free = fs::space("/dev/shm", error).available;
  if (!error && ProbeFile("/dev/shm").write()) {
    finding.found = fmt::format("{:.1f} GB free", static_cast<double>(free) / 1e9);
    return finding;
  }
  finding.health = Health::missing;
  finding.found = error ? error.message() : std::strerror(errno);
  finding.mend = as_root("mount -t tmpfs -o mode=1777 tmpfs /dev/shm");
  return finding;
}

Finding probe_terminal() {
  Finding finding{"terminal", NeededBy::student, Health::works, "", "what is shown"};
  const auto size = terminal_size();
  std::setlocale(LC_CTYPE, "");
  const std::string letters = nl_langinfo(CODESET);
  finding.found = fmt::format("{}, {}, {}", size ? fmt::format("{}x{}", size->columns, size->rows) : "no terminal",
                              colours() ? "colours" : "no colours", letters);
  if (size && size->columns >= 80 && size->rows >= 24 && letters == "UTF-8") return finding;
  finding.health = Health::limited;
  if (letters != "UTF-8") {
    finding.mend = "export LC_ALL=C.UTF-8";
  } else {
    finding.mend = size ? "make the window 80x24 or larger" : "start it in a terminal, without a pipe";
  }
  return finding;
}

}  // namespace workbook
