// tests/benchmarks/explorer/examples.hpp: small programs, each with a classic mistake or without, and their builds.
#pragma once

#include "interleave/command/compile.hpp"
#include "programs/temporary_folder.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace benchmarks {

/// One of the explorer's case programs, tests/tools/interleave/cases/NAME.cpp.
struct Example {
  std::string name;
  bool right;   // no schedule fails
  bool checks;  // a wrong result, or a thread that waits for ever, can be seen from outside
};

/// Each mistake, and behind it the same program without. `quick`: two of them.
std::vector<Example> examples(bool quick);

std::filesystem::path source_of(const std::string& example);

enum class Build {
  explorer,         // as the explorer compiles it
  plain,            // -O1 -g: for plain runs, and for Helgrind
  thread_sanitizer  // the same with -fsanitize=thread
};

/// Programs in a temporary folder, each built when it is first asked for.
class Builds {
 public:
  /// @throws std::runtime_error, workbook::Failure  with what the compiler said
  std::filesystem::path of(const std::filesystem::path& source, Build build);

  /// A file that is not there yet, for output.
  std::filesystem::path report_file() const { return folder_.path() / "report.json"; }

 private:
  workbook::TemporaryFolder folder_;
  std::map<std::pair<std::filesystem::path, Build>, std::filesystem::path> programs_;
};

}  // namespace benchmarks
