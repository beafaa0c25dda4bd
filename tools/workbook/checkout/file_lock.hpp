// tools/workbook/checkout/file_lock.hpp: one command at a time.
#pragma once

#include <filesystem>

namespace workbook {

/// Holds a lock on a file, which it makes where there is none; others that lock it wait. The system gives it back where
/// a command is killed.
class FileLock {
 public:
  /// @throws Failure  where the file can't be locked
  explicit FileLock(const std::filesystem::path& file);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  int descriptor_ = -1;
};

}  // namespace workbook
