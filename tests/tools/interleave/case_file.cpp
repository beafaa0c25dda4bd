// tests/tools/interleave/case_file.cpp: reads the first lines of case programs.
#include "case_file.hpp"

#include "interleave/report/failures.hpp"

#include <fstream>
#include <regex>
#include <sstream>
#include <stdexcept>

namespace cases {

namespace {

const std::set<std::string> kVerdicts{"proved", "fails", "nothing_found", "unsupported"};

std::set<std::string> split_at_commas(const std::string& list) {
  std::set<std::string> words;
  std::istringstream in(list);
  for (std::string word; std::getline(in >> std::ws, word, ',');) words.insert(word);
  return words;
}

void expect_known(const std::set<std::string>& words, const std::set<std::string>& known) {
  for (const std::string& word : words) {
    if (!known.contains(word)) throw std::runtime_error("'" + word + "' is unknown");
  }
}

long to_count(const std::string& text) {
  static const std::regex number("[1-9][0-9]{0,8}");
  if (!std::regex_match(text, number)) throw std::runtime_error("'" + text + "' is no count");
  return std::stol(text);
}

void take_pair(CaseFile& file, const std::string& key, const std::string& value) {
  if (key == "verdict") {
    file.verdicts = split_at_commas(value);
  } else if (key == "cause") {
    file.causes = split_at_commas(value);
  } else if (key == "says") {
    file.says.push_back(value);
  } else if (key == "silent") {
    file.silent.push_back(value);
  } else if (key == "executions") {
    file.executions = to_count(value);
  } else if (key == "options") {
    file.options = value;
  } else if (key == "processor") {
    file.processor_seconds = to_count(value);
  } else {
    throw std::runtime_error("the key '" + key + "' is unknown");
  }
}

CaseFile read_lines(std::istream& in) {
  static const std::regex pair("// ([a-z]+): (.+)");
  CaseFile file;
  std::smatch parts;
  for (std::string line; std::getline(in, line) && line.starts_with("// ");) {
    if (std::regex_match(line, parts, pair)) {
      if (!file.explanation.empty()) throw std::runtime_error("'" + line + "' stands behind the explanation");
      take_pair(file, parts[1], parts[2]);
    } else {
      file.explanation += line.substr(3) + '\n';
    }
  }
  return file;
}

void expect_sense(const CaseFile& file, const std::set<std::string>& kinds) {
  expect_known(file.verdicts, kVerdicts);
  expect_known(file.causes, kinds);
  if (file.verdicts.empty()) throw std::runtime_error("there is no verdict");
  if (file.explanation.empty()) throw std::runtime_error("there is no explanation");
  const bool fails = file.verdicts.contains("fails");
  if (fails && file.verdicts.size() > 1) throw std::runtime_error("a program that fails has no other verdict");
  if (fails == file.causes.empty()) throw std::runtime_error("a cause is needed where it fails, and nowhere else");
  if (file.executions && file.verdicts != std::set<std::string>{"proved"}) {
    throw std::runtime_error("executions are counted of what is proved");
  }
}

}  // namespace

std::set<std::string> kinds_of_failure() {
  std::set<std::string> kinds;
  for (const interleave::FailureKind& kind : interleave::failure_kinds()) kinds.emplace(kind.name);
  return kinds;
}

CaseFile read_case(const std::filesystem::path& file, const std::set<std::string>& kinds) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file.string() + " can't be read");
  try {
    CaseFile read = read_lines(in);
    expect_sense(read, kinds);
    return read;
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(file.filename().string() + ": " + error.what());
  }
}

}  // namespace cases
