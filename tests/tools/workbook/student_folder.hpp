// tests/tools/workbook/student_folder.hpp: a student who has written nothing yet, for one test.
#pragma once

#include "checkout/lessons.hpp"
#include "programs/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

/// work/ and .workbook/ stand in a temporary folder. Its clock stands still: 2024-05-31 14:22:33 UTC, which is local,
/// too.
class StudentFolder : public testing::Test {
 protected:
  StudentFolder() {
    setenv("WORKBOOK_STUDENT", folder_.path().c_str(), 1);
    setenv("TZ", "UTC", 1);
  }
  ~StudentFolder() override { unsetenv("WORKBOOK_STUDENT"); }

  static std::chrono::system_clock::time_point now() { return std::chrono::system_clock::from_time_t(1717165353); }

  static std::string content_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return std::string((std::istreambuf_iterator<char>(in)), {});
  }

  static void write(const std::filesystem::path& file, const std::string& text) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
  }

  std::filesystem::path state() const { return folder_.path() / ".workbook"; }
  std::filesystem::path progress_file() const { return state() / "progress.json"; }

 private:
  workbook::TemporaryFolder folder_;
};
