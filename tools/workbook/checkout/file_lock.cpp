// tools/workbook/checkout/file_lock.cpp: see file_lock.hpp.
#include "checkout/file_lock.hpp"

#include "programs/failure.hpp"

#include <fmt/core.h>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace workbook {

FileLock::FileLock(const std::filesystem::path& file)
    : descriptor_(open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0666)) {
  if (descriptor_ >= 0 && flock(descriptor_, LOCK_EX) == 0) return;
  const int reason = errno;
  if (descriptor_ >= 0) close(descriptor_);
  throw Failure(fmt::format("cannot lock {}: {}", file.string(), std::strerror(reason)));
}

FileLock::~FileLock() { close(descriptor_); }

}  // namespace workbook
