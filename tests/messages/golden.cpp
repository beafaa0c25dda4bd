// tests/messages/golden.cpp: runs a program and compares what it prints with a file.
//
//   golden FILE EXIT_CODE PROGRAM [ARGUMENT...]
//
// The file's first lines may say what differs from one run to the next:
//   # varies: words         masks numbers in lines with one of these words, as above a chapter's console block
//   # varies: *             compares the checks and their verdicts; of the messages each mutant's own words are tested
//   # may pass: Suite.Test  this check fails in some runs and passes in others; may be repeated
// Its other lines are the output. With WORKBOOK_UPDATE_MESSAGES=1 in the environment they are replaced by the true one.
// A file that isn't there is compared with nothing; tests/house demands that it be there.
// With WORKBOOK_ANY_SEED=1 nothing is compared, and the program draws its own random inputs: it is given no --seed.
// Exits with 0 where the program prints the file's lines and exits with that code.
#include "../chapters/markdown.hpp"
#include "../chapters/masking.hpp"
#include "programs/programs.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

using Lines = std::vector<std::string>;

struct Golden {
  Lines head;  // what may vary
  std::string varies;
  Lines may_pass;
  Lines output;
};

bool take(const std::string& line, const std::string& before, std::string& value) {
  if (!line.starts_with(before)) return false;
  value = line.substr(before.size());
  return true;
}

Golden read(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  Golden golden;
  for (const std::string& line : chapters::lines_of(text.str())) {
    std::string check;
    if (!golden.output.empty() || !line.starts_with("# ")) {
      golden.output.push_back(line);
      continue;
    }
    golden.head.push_back(line);
    take(line, "# varies: ", golden.varies);
    if (take(line, "# may pass: ", check)) golden.may_pass.push_back(check);
  }
  return golden;
}

// "  wrong         Suite.Test": the check's name; empty in any other line.
std::string check_named_in(const std::string& line) {
  std::istringstream words(line);
  std::string verdict;
  std::string name;
  const bool is_head = line.starts_with("  ") && !line.starts_with("   ");
  return is_head && words >> verdict >> name ? name : "";
}

// Without the checks that may pass, and without the counts that depend on them.
Lines without(const Lines& checks, const Lines& output) {
  if (checks.empty()) return output;
  Lines rest;
  bool left_out = false;
  for (const std::string& line : output) {
    const std::string check = check_named_in(line);
    const bool goes_on = line.starts_with("    ");
    if (!goes_on) left_out = std::ranges::count(checks, check) > 0;
    const bool counts = line.find(" checks: ") != std::string::npos;
    if (!left_out) rest.push_back(counts ? line.substr(0, line.find('(')) : line);
  }
  return rest;
}

// Each part of a message in one line: where it is broken depends on the width of its numbers.
Lines joined(const Lines& output) {
  static const std::string kGoesOn(10, ' ');
  Lines lines;
  for (const std::string& line : output) {
    if (!lines.empty() && line.starts_with(kGoesOn)) {
      lines.back() += line.substr(line.find_first_not_of(' ') - 1);
    } else {
      lines.push_back(line);
    }
  }
  return lines;
}

// What must be the same in every run.
Lines what_counts(const Golden& golden, const Lines& output) {
  Lines lines = joined(without(golden.may_pass, output));
  // Where threads run freely, luck may decide which of two true messages is told; which checks say it does not differ.
  if (golden.varies == "*") std::erase_if(lines, [](const std::string& line) { return line.starts_with("    "); });
  return chapters::masked(lines, golden.varies);
}

void write(const fs::path& file, const Golden& golden, const Lines& output) {
  fs::create_directories(file.parent_path());
  std::ofstream out(file);
  for (const std::string& line : golden.head) out << line << '\n';
  for (const std::string& line : output) out << line << '\n';
}

void print_difference(const fs::path& file, const Lines& wanted, const Lines& got) {
  const auto [in_wanted, in_got] = std::ranges::mismatch(wanted, got);
  fmt::print("{}: the message is another (WORKBOOK_UPDATE_MESSAGES=1 ctest ... writes it into the file)\n",
             file.string());
  fmt::print("  got     {}\n", in_got == got.end() ? "no such line" : *in_got);
  fmt::print("  wanted  {}\n", in_wanted == wanted.end() ? "no such line" : *in_wanted);
}

bool is_set(const char* variable) { return std::getenv(variable) != nullptr; }

// Whether the output is the file's, or has become it.
bool is_golden(const fs::path& file, const Lines& output) {
  const Golden golden = read(file);
  const Lines got = what_counts(golden, output);
  const Lines wanted = what_counts(golden, golden.output);
  if (got == wanted) return true;
  if (is_set("WORKBOOK_UPDATE_MESSAGES")) {
    write(file, golden, output);
    return true;
  }
  if (!fs::exists(file)) return true;
  print_difference(file, wanted, got);
  return false;
}

int run(const fs::path& file, int exit_code, workbook::Command command) {
  const bool any_seed = is_set("WORKBOOK_ANY_SEED");
  if (any_seed) std::erase_if(command.arguments, [](const std::string& word) { return word.starts_with("--seed="); });
  const workbook::Finished finished = workbook::run(command);
  fmt::print("{}", finished.output);
  if (finished.exit_code != exit_code) {
    fmt::print("the exit code is {}, wanted {}\n", finished.exit_code, exit_code);
    return 1;
  }
  return any_seed || is_golden(file, chapters::lines_of(finished.output)) ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    fmt::print(stderr, "golden: wanted FILE EXIT_CODE PROGRAM [ARGUMENT...]\n");
    return 2;
  }
  try {
    return run(argv[1], std::stoi(argv[2]), {argv[3], {argv + 4, argv + argc}});
  } catch (const std::exception& error) {
    fmt::print(stderr, "golden: {}\n", error.what());
    return 2;
  }
}
