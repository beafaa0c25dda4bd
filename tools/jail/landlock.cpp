// tools/jail/landlock.cpp: see landlock.hpp.
#include "jail/landlock.hpp"

#include "jail/system_call.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

namespace jail {

namespace {

// As the newest kernels know it; the header may be older. A kernel takes as many bytes of it as it knows.
struct Ruleset {
  std::uint64_t files = 0;
  std::uint64_t network = 0;
  std::uint64_t scopes = 0;
};

constexpr std::uint64_t kTruncate = 1ull << 14;
constexpr std::uint64_t kControlDevices = 1ull << 15;
constexpr std::uint64_t kBindAndConnectTcp = 0b11;
constexpr std::uint64_t kAbstractSocketsAndSignals = 0b11;

constexpr std::uint64_t kRead = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
// What can be asked for where the path is a file.
constexpr std::uint64_t kOfFiles = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE |
                                   LANDLOCK_ACCESS_FS_READ_FILE | kTruncate | kControlDevices;
// A device, a socket or a pipe has no business in a folder of results.
constexpr std::uint64_t kNeverMade = LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_BLOCK;

// All that this version can forbid.
Ruleset everything_in(int version) {
  Ruleset all;
  all.files = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;
  if (version >= 2) all.files |= LANDLOCK_ACCESS_FS_REFER;
  if (version >= 3) all.files |= kTruncate;
  if (version >= 4) all.network = kBindAndConnectTcp;
  if (version >= 5) all.files |= kControlDevices;
  if (version >= kLandlockWithScopes) all.scopes = kAbstractSocketsAndSignals;
  return all;
}

std::size_t size_in(int version) {
  const std::size_t fields = version >= kLandlockWithScopes ? 3 : version >= 4 ? 2 : 1;
  return fields * sizeof(std::uint64_t);
}

}  // namespace

int landlock_version() {
  const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  return version < 0 ? 0 : static_cast<int>(version);
}

Landlock::Landlock(const Access& access) {
  const int version = landlock_version();
  const Ruleset all = everything_in(version);
  rules_ = static_cast<int>(
      checked(syscall(SYS_landlock_create_ruleset, &all, size_in(version), 0), "landlock_create_ruleset"));
  for (const auto& path : access.reads) allow(path, all.files & kRead);
  for (const auto& path : access.writes) allow(path, all.files & ~kNeverMade);
}

Landlock::~Landlock() {
  if (rules_ >= 0) close(rules_);
}

void Landlock::allow(const std::filesystem::path& path, std::uint64_t accesses) const {
  const int file = checked(open(path.c_str(), O_PATH | O_CLOEXEC), path.string());
  struct stat what {};
  checked(fstat(file, &what), path.string());
  if (!S_ISDIR(what.st_mode)) accesses &= kOfFiles;
  const landlock_path_beneath_attr rule{.allowed_access = accesses, .parent_fd = file};
  const long result = syscall(SYS_landlock_add_rule, rules_, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close(file);
  checked(result, "landlock_add_rule " + path.string());
}

void Landlock::enter() const { checked(syscall(SYS_landlock_restrict_self, rules_, 0), "landlock_restrict_self"); }

}  // namespace jail
