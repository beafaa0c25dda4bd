// tools/workbook/checkout/keeping.cpp: see keeping.hpp.
#include "checkout/keeping.hpp"

#include <fmt/chrono.h>
#include <fmt/core.h>

#include <fcntl.h>
#include <stdio.h>

#include <cerrno>
#include <ctime>
#include <string>

namespace fs = std::filesystem;

namespace workbook {

namespace {

std::error_code last_error() { return {errno, std::generic_category()}; }

// Not every file system can refuse to replace by itself. On those there is a moment between the look and the move.
std::error_code move_after_a_look(const fs::path& from, const fs::path& to) {
  std::error_code error;
  if (fs::exists(fs::symlink_status(to, error))) return std::make_error_code(std::errc::file_exists);
  fs::rename(from, to, error);
  return error;
}

}  // namespace

std::error_code move_without_replacing(const fs::path& from, const fs::path& to) {
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return {};
  const std::error_code error = last_error();
  return error.value() == EINVAL || error.value() == ENOSYS ? move_after_a_look(from, to) : error;
}

fs::path keep_aside(const fs::path& file, std::chrono::system_clock::time_point now) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  std::tm local{};
  localtime_r(&seconds, &local);
  const std::string date = fmt::format("{:%Y-%m-%d-%H%M%S}", local);
  for (int number = 1;; ++number) {
    const std::string again = number == 1 ? "" : fmt::format("-{}", number);
    fs::path kept =
        file.parent_path() / fmt::format("{}.{}{}{}", file.stem().string(), date, again, file.extension().string());
    const std::error_code error = move_without_replacing(file, kept);
    if (!error) return kept;
    if (error != std::errc::file_exists) throw std::system_error(error, file.string());
  }
}

}  // namespace workbook
