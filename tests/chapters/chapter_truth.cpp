// tests/chapters/chapter_truth.cpp: runs what a text shows and compares.
//
//   chapter_truth [--update] FILE...
//
// A console block is a transcript: "$ ./workbook ..." is run at the top of the checkout, the lines behind it are its
// output, "[exit N]" is its exit code where that is not 0. "<!-- varies: words -->" above it masks numbers (see
// masking.hpp); "<!-- not run: reason -->" leaves it alone. A cpp block is cut from the file that "<!-- from: FILE -->"
// names. With --update the true outputs are written into the text.
#include "markdown.hpp"
#include "masking.hpp"
#include "programs/programs.hpp"
#include "programs/temporary_folder.hpp"

#include <fmt/core.h>
#include <cstdlib>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace fs = std::filesystem;

namespace chapters {

namespace {

using Lines = std::vector<std::string>;

constexpr std::string_view kPrompt = "$ ";
const std::string kOurCommand = "./workbook";

std::string read(const fs::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// A command of a transcript and the lines behind it.
struct Shown {
  std::string command;
  Lines output;
};

std::vector<Shown> commands_in(const Block& block) {
  std::vector<Shown> result;
  for (const std::string& line : block.lines) {
    if (line.starts_with(kPrompt)) {
      result.push_back({line.substr(kPrompt.size()), {}});
    } else if (!result.empty()) {
      result.back().output.push_back(line);
    } else {
      throw std::runtime_error("a console block begins with '" + line + "', wanted '$ ' and a command");
    }
  }
  return result;
}

Lines output_of(const std::string& command) {
  if (command != kOurCommand && !command.starts_with(kOurCommand + " ")) {
    throw std::runtime_error("'" + command + "' does not begin with ./workbook");
  }
  const std::string arguments = command.substr(kOurCommand.size());
  // The shell takes the arguments apart as a reader's shell does.
  const std::string script = fmt::format("exec \"$0\" {} </dev/null", arguments);
  const workbook::Finished finished = workbook::run({"/bin/sh", {"-c", script, WORKBOOK_COMMAND}});
  Lines lines = lines_of(finished.output);
  if (finished.exit_code != 0) lines.push_back(fmt::format("[exit {}]", finished.exit_code));
  return lines;
}

void print_lines(const char* what, const Lines& lines) {
  fmt::print("  {}\n", what);
  for (const std::string& line : lines) fmt::print("    {}\n", line);
}

// One text, its blocks, and what became of them.
class Text {
 public:
  Text(fs::path file, bool update) : file_(std::move(file)), update_(update), lines_(lines_of(read(file_))) {}

  // Whether everything in the text is true, or has been made true.
  bool check() {
    std::vector<Block> blocks = blocks_of(lines_);
    // From the last to the first, so that line numbers stay right while outputs are replaced.
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) check(*block);
    if (update_) write();
    return good_;
  }

 private:
  void check(const Block& block) {
    try {
      if (!directive(block, "not run").empty()) return;
      if (block.language == "console") check_console(block);
      if (block.language == "cpp") check_code(block);
    } catch (const std::runtime_error& error) {
      complain(block, error.what());
    }
  }

  void check_console(const Block& block) {
    const std::string varies = directive(block, "varies");
    Lines truth;
    for (const Shown& shown : commands_in(block)) {
      const Lines got = output_of(shown.command);
      truth.push_back(std::string(kPrompt) + shown.command);
      truth.insert(truth.end(), got.begin(), got.end());
      if (masked(got, varies) == masked(shown.output, varies)) continue;
      if (update_) continue;
      complain(block, "'" + shown.command + "' does not print what the text shows");
      print_lines("it prints", got);
      print_lines("the text shows", shown.output);
    }
    if (update_) replace(block, truth);
  }

  void check_code(const Block& block) {
    const std::string from = directive(block, "from");
    if (from.empty()) return complain(block, "C++ without a comment '<!-- from: FILE -->' above it");
    if (!stands_in(block.lines, lines_of(read(fs::path(WORKBOOK_ROOT) / from)))) {
      complain(block, "these lines do not stand in " + from);
    }
  }

  void replace(const Block& block, const Lines& truth) {
    const auto begin = lines_.begin() + static_cast<std::ptrdiff_t>(block.first);
    lines_.erase(begin, begin + static_cast<std::ptrdiff_t>(block.lines.size()));
    lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(block.first), truth.begin(), truth.end());
  }

  void complain(const Block& block, const std::string& what) {
    fmt::print("{}:{}: {}\n", file_.string(), block.first, what);
    good_ = false;
  }

  void write() const {
    std::ofstream out(file_);
    for (const std::string& line : lines_) out << line << '\n';
  }

  fs::path file_;
  bool update_;
  Lines lines_;
  bool good_ = true;
};

int run(int argc, char** argv) {
  // What is printed may depend on the reader's terminal; a text shows one of them.
  setenv("LC_ALL", "C.UTF-8", 1);
  std::vector<std::string> files(argv + 1, argv + argc);
  const bool update = std::erase(files, "--update") > 0;
  if (files.empty()) throw std::runtime_error("wanted [--update] FILE...");
  fs::current_path(WORKBOOK_ROOT);
  // The texts are written for somebody who begins, whatever stands in this checkout's work/.
  const workbook::TemporaryFolder student;
  setenv("WORKBOOK_STUDENT", student.path().c_str(), 1);
  bool good = true;
  for (const std::string& file : files) good = Text(file, update).check() && good;
  return good ? 0 : 1;
}

}  // namespace

}  // namespace chapters

int main(int argc, char** argv) {
  try {
    return chapters::run(argc, argv);
  } catch (const std::exception& error) {
    fmt::print(stderr, "chapter_truth: {}\n", error.what());
    return 2;
  }
}
