// tests/tools/jail/stage.hpp: runs the jail on hostile programs, and looks at what stands outside.
#pragma once

#include <nlohmann/json.hpp>

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace stage {

/// A rung, and whether root starts the jail.
struct Place {
  std::string rung;
  bool as_root = true;
};

std::string name_of(const Place& place);

/// Every rung, by a plain user and, where the test itself is root, by root.
std::vector<Place> all_places();

/// Every rung, by whoever runs the test.
std::vector<Place> places_of_ours();

/// Why this place isn't offered on this machine; empty where it is.
std::string why_not_offered(const Place& place);

/// How a job ended.
struct Outcome {
  int exit_code = 0;       ///< of the jail; 128 + the signal's number where one ended it
  std::string output;      ///< of the jail and of the program
  nlohmann::json started;  ///< the jail's reports; null where there was none
  nlohmann::json ended;
};

/// A folder with copies of the programs, things outside that belong to the one who starts the jail, and a process of
/// his.
class Stage {
 public:
  explicit Stage(Place place);
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  /// Runs a program of ours in the jail. The jail itself and all in it stand under hard limits besides: 64 processes,
  /// `most_memory`, 5 s of processor time each, a minute.
  Outcome run(const std::vector<std::string>& options, const std::string& program,
              const std::vector<std::string>& arguments) const;

  /// The same, and where the program says "ready", the jail gets this signal.
  Outcome run_and_send(int signal, const std::string& program, const std::string& argument) const;

  /// The same for any command, with more memory.
  Outcome run_command(const std::vector<std::string>& options, const std::vector<std::string>& command) const;

  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path outside() const { return folder_ / "outside"; }
  std::filesystem::path write_folder() const { return folder_ / "write"; }
  pid_t victim() const { return victim_; }
  int port() const { return port_; }

  /// What is different outside; empty where all is as it was.
  std::string damage() const;

  /// Processes that still run one of our hostile programs.
  std::vector<pid_t> left() const;

 private:
  void make_outside();
  void listen();
  void start_victim();
  std::vector<std::string> in_front_of_jail(const std::string& memory) const;
  Outcome run(const std::string& memory, const std::vector<std::string>& options,
              const std::vector<std::string>& command, int signal_when_ready = 0) const;
  void send_to_jail(int signal) const;

  Place place_;
  std::filesystem::path folder_;
  int tcp_ = -1;
  int local_ = -1;
  int port_ = 0;
  pid_t victim_ = -1;
};

}  // namespace stage
