// tests/tools/interleave/command.cpp: calls `interleave run` by the shell and reads its JSON.
#include "command.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <boost/property_tree/json_parser.hpp>
#include <boost/property_tree/ptree.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace cases {

namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void take_phases(Explored& explored, const boost::property_tree::ptree& report) {
  const auto phases = report.get_child_optional("phases");
  if (!phases) return;
  for (const auto& [nothing, phase] : *phases) {
    explored.executions = phase.get("executions", -1L);
    if (phase.get("name", "") != "reduced") continue;
    explored.reduced_executions = explored.executions;
    explored.reduced_is_complete = phase.get("complete", false);
  }
}

void take_json(Explored& explored, const fs::path& file) {
  if (!fs::exists(file)) return;
  boost::property_tree::ptree report;
  try {
    boost::property_tree::read_json(file.string(), report);
  } catch (const boost::property_tree::json_parser_error& error) {
    throw std::runtime_error("interleave wrote what is no JSON: " + std::string(error.what()));
  }
  explored.verdict = report.get("verdict", "");
  explored.kind = report.get("failure.cause", "");
  explored.replay = report.get("replay", "");
  explored.traces = report.get("traces", -1L);
  explored.most_steps = report.get("most_steps", -1L);
  explored.most_threads = report.get("most_threads", -1L);
  take_phases(explored, report);
}

}  // namespace

std::string Explored::story() const {
  std::ostringstream out;
  out << "exit code " << exit_code << ", verdict '" << verdict << "', failure '" << kind << "', replay '" << replay
      << "', " << reduced_executions << " executions with reduction, " << traces << " traces\n"
      << "--- it printed:\n"
      << printed << "--- and on standard error:\n"
      << errors;
  return out.str();
}

Folder::Folder(const std::string& name)
    : path_(fs::temp_directory_path() / ("interleave_" + std::to_string(getpid()) + "_" + name)) {
  fs::create_directories(path_);
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string quoted(const std::string& text) {
  std::string word = "'";
  for (const char c : text) word += c == '\'' ? "'\\''" : std::string(1, c);
  return word + "'";
}

Explored explore(const fs::path& file, const std::string& options, const Folder& folder, const std::string& before) {
  const fs::path json = folder.path() / "report.json";
  const fs::path printed = folder.path() / "printed.txt";
  const fs::path errors = folder.path() / "errors.txt";
  fs::remove(json);
  const std::string command = before + ' ' + quoted(INTERLEAVE_COMMAND) + " run " + quoted(file.string()) + " --json " +
                              quoted(json.string()) + " " + options + " >" + quoted(printed.string()) + " 2>" +
                              quoted(errors.string()) + " </dev/null";
  const int status = std::system(command.c_str());
  if (status == -1 || !WIFEXITED(status) || WEXITSTATUS(status) == 127) {
    throw std::runtime_error("can't run " + command);
  }
  Explored explored;
  explored.exit_code = WEXITSTATUS(status);
  explored.printed = text_of(printed);
  explored.errors = text_of(errors);
  explored.json = fs::exists(json) ? text_of(json) : "";
  take_json(explored, json);
  return explored;
}

}  // namespace cases
