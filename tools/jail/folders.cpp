// tools/jail/folders.cpp: see folders.hpp.
#include "jail/folders.hpp"

#include "jail/program.hpp"
#include "jail/system_call.hpp"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <stdexcept>
#include <string>

namespace jail {

namespace {

namespace fs = std::filesystem;

// The system's own programs walk through folders of any depth, and follow no link while they do.
void run(const std::vector<std::string>& command) {
  const pid_t child = checked(fork(), "fork");
  if (child == 0) {
    execute(command, {"PATH=/usr/bin:/bin", "LANG=C.UTF-8"});
    _exit(127);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (status != 0) throw std::runtime_error(command.front() + " failed on " + command.back());
}

// Only what belongs to `from` changes hands. The kernel takes set-user-ID bits off at that.
void change_owner(const fs::path& folder, uid_t from, uid_t to) {
  const std::string owner = std::to_string(to);
  run({"/bin/chown", "-hR", "--from=" + std::to_string(from), owner + ':' + owner, "--", folder.string()});
}

uid_t owner_of(const fs::path& folder) {
  struct stat what {};
  checked(lstat(folder.c_str(), &what), folder.string());
  if (!S_ISDIR(what.st_mode)) throw std::runtime_error("--write got " + folder.string() + ", wanted a folder");
  return what.st_uid;
}

std::string why_unreachable(const fs::path& path) {
  return euidaccess(path.c_str(), R_OK) == 0 ? "" : std::strerror(errno);
}

}  // namespace

PrivateFolder::PrivateFolder(std::optional<uid_t> owner) {
  std::string name = (fs::temp_directory_path() / "workbook-jail.XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) fail(name);
  path_ = name;
  if (owner) checked(lchown(name.c_str(), *owner, *owner), name);
}

PrivateFolder::~PrivateFolder() {
  try {
    run({"/bin/rm", "-rf", "--", path_.string()});
  } catch (const std::exception&) {
    // What is left there harms nobody: the next job has a folder of its own.
  }
}

LentFolders::LentFolders(const std::vector<fs::path>& folders, std::optional<uid_t> user) : user_(user) {
  for (const fs::path& folder : folders) {
    const uid_t owner = owner_of(folder);
    if (!user) continue;
    lent_.push_back({folder, owner});
    change_owner(folder, owner, *user);
  }
}

LentFolders::~LentFolders() {
  for (const Lent& lent : lent_) {
    try {
      change_owner(lent.path, *user_, lent.owner);
    } catch (const std::exception&) {
      // Where it can't be given back, the user's number is not free, and is not used again.
    }
  }
}

void check_reachable(const std::vector<fs::path>& paths, std::optional<uid_t> user) {
  if (user) {
    checked(setegid(*user), "setegid");
    checked(seteuid(*user), "seteuid");
  }
  std::string problem;
  for (const fs::path& path : paths) {
    const std::string reason = why_unreachable(path);
    if (!reason.empty()) problem = path.string() + ": " + reason;
  }
  if (user) {
    checked(seteuid(0), "seteuid");
    checked(setegid(0), "setegid");
    if (!problem.empty()) problem += " (for user " + std::to_string(*user) + ", who runs the job)";
  }
  if (!problem.empty()) throw std::runtime_error(problem);
}

}  // namespace jail
