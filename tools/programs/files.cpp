// tools/programs/files.cpp: see files.hpp.
#include "programs/files.hpp"

#include "programs/failure.hpp"

#include <fmt/core.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>

namespace fs = std::filesystem;

namespace workbook {

namespace {

[[noreturn]] void fail(const fs::path& file, int reason) {
  throw Failure(fmt::format("cannot write {}: {}", file.string(), std::strerror(reason)));
}

bool write_all(int descriptor, const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const ssize_t count = write(descriptor, text.data() + at, text.size() - at);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    at += static_cast<std::size_t>(count);
  }
  return fsync(descriptor) == 0;
}

}  // namespace

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void write_file(const fs::path& file, const std::string& text) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  const fs::path target = fs::is_symlink(file, error) ? fs::weakly_canonical(file) : file;
  const fs::path half_written = target.string() + ".new";
  const int descriptor = open(half_written.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) fail(file, errno);
  const bool written = write_all(descriptor, text);
  const int reason = errno;
  close(descriptor);
  if (!written) {
    unlink(half_written.c_str());
    fail(file, reason);
  }
  if (std::rename(half_written.c_str(), target.c_str()) != 0) fail(file, errno);
}

}  // namespace workbook
