// tests/tools/interleave/command.hpp: calls `interleave run` and gives back what it reported.
#pragma once

#include <filesystem>
#include <string>

namespace cases {

/// What one call of the command came to.
struct Explored {
  int exit_code = -1;
  std::string printed;  ///< on standard output: the report, as people read it
  std::string errors;   ///< on standard error
  std::string json;     ///< as it was written
  // From the JSON; empty or -1 where it has none:
  std::string verdict;
  std::string kind;  ///< of the failure
  std::string replay;
  long executions = -1;          ///< of the last phase, run to their end
  long traces = -1;              ///< orders that can be told apart, as the full search counts them
  long reduced_executions = -1;  ///< of the phase "reduced"
  bool reduced_is_complete = false;
  long most_steps = -1;    ///< of one schedule
  long most_threads = -1;  ///< of one schedule

  /// All of it in a few lines, for a test that fails.
  std::string story() const;
};

/// A folder of its own for one test, deleted with this object.
class Folder {
 public:
  /// @param name  distinguishes it from those of tests that run at the same time
  explicit Folder(const std::string& name);
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Runs `interleave run FILE --json OUT OPTIONS`.
/// @param options  words separated by blanks, for the shell
/// @param folder   for its output; what an earlier call left there is overwritten
/// @param before   put before the command: limits, or a program that starts it
/// @throws std::runtime_error  if the command can't be started, or what it wrote is no JSON
Explored explore(const std::filesystem::path& file, const std::string& options, const Folder& folder,
                 const std::string& before = "");

/// One word of a shell command, whatever it contains.
std::string quoted(const std::string& text);

}  // namespace cases
