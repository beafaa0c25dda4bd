// tests/tools/workbook/saving.cpp: see saving.hpp.
#include "saving.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace saving {

namespace fs = std::filesystem;

namespace {

fs::path beside(const fs::path& file, const std::string& ending) { return file.string() + ending; }

}  // namespace

std::string read(const fs::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void in_place(const fs::path& file, const std::string& text) {
  std::ofstream out(file);
  out << text;
  out.close();
  if (!out) throw std::runtime_error("cannot write " + file.string());
}

void by_rename(const fs::path& file, const std::string& text) {
  in_place(beside(file, ".new"), text);
  fs::rename(beside(file, ".new"), file);
}

void by_deletion(const fs::path& file, const std::string& text) {
  fs::remove(file);
  in_place(file, text);
}

void with_backup(const fs::path& file, const std::string& text) {
  fs::rename(file, beside(file, "~"));
  in_place(file, text);
}

void in_pieces(const fs::path& file, const std::string& text) {
  constexpr std::size_t kPieces = 5;
  std::ofstream out(file);
  for (std::size_t at = 0; at < text.size(); at += text.size() / kPieces + 1) {
    out << text.substr(at, text.size() / kPieces + 1) << std::flush;
  }
}

void with_its_folder(const fs::path& file, const std::string& text) {
  fs::remove_all(file.parent_path());
  fs::create_directories(file.parent_path());
  in_place(file, text);
}

}  // namespace saving
