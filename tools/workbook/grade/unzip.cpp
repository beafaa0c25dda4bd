// tools/workbook/grade/unzip.cpp: see unzip.hpp. CMake, which is there in any case, reads zip files.
#include "grade/unzip.hpp"

#include "checkout/place.hpp"
#include "grade/jailed.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <sstream>

namespace fs = std::filesystem;

namespace workbook {

namespace {

constexpr std::chrono::seconds kTime{20};
// More files of these names are no answer to an exercise.
constexpr std::size_t kMostAnswers = 200;
constexpr std::uintmax_t kMostBytes = 256U << 20;

bool is_answer(const fs::path& name, const std::vector<std::string>& lessons) {
  return std::ranges::any_of(lessons, [&](const std::string& lesson) {
    const bool in_folder = name.parent_path().filename() == lesson;
    return (in_folder && name.has_filename()) || name.filename() == lesson + ".hpp";
  });
}

std::vector<std::string> answers_among(const std::string& listing, const std::vector<std::string>& lessons) {
  std::vector<std::string> answers;
  std::istringstream names(listing);
  for (std::string name; std::getline(names, name) && answers.size() < kMostAnswers;) {
    if (is_answer(name, lessons)) answers.push_back(name);
  }
  return answers;
}

}  // namespace

std::string unzip_answers(const fs::path& zip, const std::vector<std::string>& lessons, const fs::path& folder,
                          const std::string& rung) {
  const std::string name = zip.filename();
  if (fs::file_size(zip) > kMostBytes) {
    return fmt::format("{} has {} bytes, wanted at most {}", name, fs::file_size(zip), kMostBytes);
  }
  const fs::path inside = folder / "unpacked";
  fs::create_directories(inside);
  // A copy, where the jail's user gets to it.
  const fs::path copy = folder / "submission.zip";
  fs::copy_file(zip, copy, fs::copy_options::overwrite_existing);
  fs::permissions(copy, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  const Jailed jailed{rung, {copy}, inside, kTime, folder / "jail.report"};
  const std::string cmake = place::cmake();
  const Ran listing = run_in_jail(jailed, {cmake, {"-E", "tar", "tf", copy.string()}});
  if (listing.exit_code != 0) return fmt::format("{} cannot be read, wanted a zip file", name);
  const std::vector<std::string> answers = answers_among(listing.output, lessons);
  if (answers.empty()) return "";
  Command unpack{cmake, {"-E", "chdir", inside.string(), cmake, "-E", "tar", "xf", copy.string(), "--"}};
  unpack.arguments.insert(unpack.arguments.end(), answers.begin(), answers.end());
  const Ran unpacked = run_in_jail(jailed, unpack);
  if (unpacked.exit_code == 0) return "";
  return unpacked.limit.empty() ? fmt::format("{} is damaged, wanted a whole zip file", name)
                                : fmt::format("{} unpacks to more than answers have", name);
}

}  // namespace workbook
