// tools/interleave/command/compile.cpp: see compile.hpp.
#include "interleave/command/compile.hpp"

#include "programs/failure.hpp"
#include "programs/programs.hpp"
#include "programs/words.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace interleave {

namespace {

namespace fs = std::filesystem;

bool is_c(const fs::path& source) { return source.extension() == ".c"; }

std::string from_environment(const char* name, const char* otherwise) {
  const char* const value = std::getenv(name);
  return value == nullptr || *value == '\0' ? otherwise : value;
}

fs::path found_in_path(const std::string& program) {
  if (program.find('/') != std::string::npos) return program;
  std::istringstream folders(from_environment("PATH", "/usr/local/bin:/usr/bin:/bin"));
  for (std::string folder; std::getline(folders, folder, ':');) {
    fs::path candidate = fs::path(folder) / program;
    if (access(candidate.c_str(), X_OK) == 0) return candidate;
  }
  throw workbook::Failure(fmt::format("no compiler '{}' is to be found; CXX and CC can name another", program));
}

// "ccache g++" is a compiler, too.
std::vector<std::string> compiler_for(const fs::path& source) {
  std::vector<std::string> words =
      workbook::split_words(is_c(source) ? from_environment("CC", "gcc") : from_environment("CXX", "g++"));
  if (words.empty()) throw workbook::Failure("the environment variable CXX or CC is blank, wanted a compiler");
  words.front() = found_in_path(words.front());
  return words;
}

bool is_clang(std::vector<std::string> words) {
  words.push_back("--version");
  return workbook::run({words.front(), {words.begin() + 1, words.end()}}).output.find("clang") != std::string::npos;
}

void append(std::vector<std::string>& words, const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
}

void run_or_fail(const std::vector<std::string>& words, const fs::path& source) {
  const workbook::Finished finished = workbook::run({words.front(), {words.begin() + 1, words.end()}});
  if (finished.exit_code != 0) {
    throw workbook::Failure(fmt::format("{} does not compile:\n{}", source.string(), finished.output));
  }
}

}  // namespace

bool is_source(const fs::path& file) {
  constexpr std::array<std::string_view, 5> kEndings{".cpp", ".cc", ".cxx", ".C", ".c"};
  return std::ranges::find(kEndings, file.extension().string()) != kEndings.end();
}

std::vector<std::string> compile_flags(const Toolchain& toolchain, bool clang) {
  constexpr std::string_view kForClang = "clang: ";
  constexpr std::string_view kPlaceholder = "@INCLUDE@";
  std::ifstream file(toolchain.flags_file);
  if (!file) throw workbook::Failure(fmt::format("cannot read {}", toolchain.flags_file.string()));
  std::vector<std::string> flags;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with(kForClang)) {
      if (!clang) continue;
      line.erase(0, kForClang.size());
    }
    const std::size_t at = line.find(kPlaceholder);
    if (at != std::string::npos) line.replace(at, kPlaceholder.size(), toolchain.include.string());
    flags.push_back(line);
  }
  return flags;
}

fs::path compile(const fs::path& source, const std::vector<std::string>& flags, const Toolchain& toolchain,
                 const fs::path& folder) {
  if (!fs::exists(toolchain.library)) {
    throw workbook::Failure(fmt::format("the explorer's library {} is not built", toolchain.library.string()));
  }
  fs::path program = folder / source.stem();
  const fs::path object = program.string() + ".o";

  std::vector<std::string> words = compiler_for(source);
  append(words, compile_flags(toolchain, is_clang(words)));
  append(words, {is_c(source) ? "-std=c17" : "-std=c++20", "-pthread", "-I" + toolchain.common.string()});
  append(words, flags);
  append(words, {"-c", fs::absolute(source).string(), "-o", object.string()});
  run_or_fail(words, source);

  words = compiler_for(source);
  append(words, {"-no-pie", "-Wl,-z,now", "-pthread", object.string(), "-o", program.string()});
  append(words, flags);
  append(words, {toolchain.library.string(), "-latomic", "-Wl,-rpath," + toolchain.library.parent_path().string()});
  run_or_fail(words, source);
  return program;
}

}  // namespace interleave
