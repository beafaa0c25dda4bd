// tests/house/source_files.cpp: see source_files.hpp.
#include "source_files.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>

namespace fs = std::filesystem;

namespace house {

// A test of the tests has them look at a copy of the checkout.
fs::path root() {
  const char* const elsewhere = std::getenv("WORKBOOK_HOUSE_ROOT");
  return elsewhere == nullptr ? WORKBOOK_ROOT : elsewhere;
}

std::string name_of(const fs::path& file) { return fs::relative(file, root()).string(); }

std::vector<std::string> lines_of(const fs::path& file) {
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<fs::path> files_under(const std::string& folder, const std::vector<std::string>& endings) {
  std::vector<fs::path> files;
  if (!fs::exists(root() / folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(root() / folder)) {
    const std::string name = entry.path().filename();
    const bool wanted = std::ranges::any_of(endings, [&](const std::string& ending) { return name.ends_with(ending); });
    if (entry.is_regular_file() && wanted) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

std::vector<std::string> lessons() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(root() / "lessons")) {
    const std::string name = entry.path().filename();
    if (entry.is_directory() && std::isdigit(static_cast<unsigned char>(name.front())) != 0) names.push_back(name);
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace house
