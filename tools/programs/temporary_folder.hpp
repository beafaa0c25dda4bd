// tools/programs/temporary_folder.hpp: a place for files that are needed for a while.
#pragma once

#include <filesystem>

namespace workbook {

/// A folder of its own under the system's one for temporary files, removed with all that is in it at the end.
class TemporaryFolder {
 public:
  /// @throws std::system_error  where it can't be made
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace workbook
