// tools/jail/folders.hpp: the folders that a job may write, before it begins and after it has ended.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <vector>

namespace jail {

/// A place of the program's own for as long as this lives. It is removed with whatever stands in it, however deep.
class PrivateFolder {
 public:
  /// @param owner  empty: ourselves
  explicit PrivateFolder(std::optional<uid_t> owner);
  ~PrivateFolder();
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Folders that belong to a job's user while it runs, with all that is in them, and to their owner again afterwards.
class LentFolders {
 public:
  /// @param user  empty: ourselves, and nothing has to be lent
  /// @throws std::runtime_error  where one of them is no folder, or a link to one
  LentFolders(const std::vector<std::filesystem::path>& folders, std::optional<uid_t> user);
  ~LentFolders();
  LentFolders(const LentFolders&) = delete;
  LentFolders& operator=(const LentFolders&) = delete;

 private:
  struct Lent {
    std::filesystem::path path;
    uid_t owner;
  };

  std::optional<uid_t> user_;
  std::vector<Lent> lent_;
};

/// @throws std::runtime_error  naming the path that this user (empty: ourselves) can't read, and why
void check_reachable(const std::vector<std::filesystem::path>& paths, std::optional<uid_t> user);

}  // namespace jail
