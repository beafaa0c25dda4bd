// tools/workbook/grade/jailed.cpp: see jailed.hpp.
#include "grade/jailed.hpp"

#include "checkout/build.hpp"
#include "checkout/place.hpp"
#include "programs/failure.hpp"
#include "programs/files.hpp"
#include "programs/running_program.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <poll.h>

namespace fs = std::filesystem;

namespace workbook {

namespace {

constexpr std::size_t kMostOutput = 64 << 10;
constexpr int kJailsFault = 125;
// The jail ends what it runs by itself; this is for a jail that does not.
constexpr std::chrono::seconds kTimeOfTheJail{30};

// The jail's last line.
std::string limit_in(const std::string& report) {
  const std::size_t last = report.size() < 2 ? std::string::npos : report.find_last_of('\n', report.size() - 2);
  const auto json = nlohmann::json::parse(report.substr(last == std::string::npos ? 0 : last + 1), nullptr, false);
  return json.is_object() ? json.value("limit", "") : "";
}

Command in_jail(const Jailed& jailed, const Command& command) {
  Command whole{jail_program(), {"--rung", jailed.rung, "--env", "PATH=/usr/bin:/bin", "--env", "LANG=C.UTF-8"}};
  const auto add = [&](const std::string& option, const std::string& value) {
    whole.arguments.insert(whole.arguments.end(), {option, value});
  };
  add("--wall", std::to_string(jailed.time.count()));
  add("--cpu", std::to_string(jailed.time.count()));
  add("--report", jailed.report.string());
  add("--write", jailed.writes.string());
  for (const fs::path& path : jailed.reads) add("--read", path.string());
  add("--", command.program.string());
  whole.arguments.insert(whole.arguments.end(), command.arguments.begin(), command.arguments.end());
  return whole;
}

}  // namespace

Ran run_within(const Command& command, std::chrono::seconds time) {
  Ran ran;
  const auto keep = [&](const std::string& line) {
    if (ran.output.size() < kMostOutput) ran.output += line.substr(0, kMostOutput - ran.output.size()) + '\n';
  };
  RunningProgram program(command);
  const auto limit = std::chrono::steady_clock::now() + time;
  while (!program.ended()) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(limit - std::chrono::steady_clock::now());
    if (left.count() <= 0) {
      ran.in_time = false;
      break;
    }
    pollfd sources[]{{program.output(), POLLIN, 0}, {program.end_event(), POLLIN, 0}};
    poll(sources, 2, static_cast<int>(left.count()));
    program.read_some(keep);
  }
  ran.exit_code = program.finish(keep);
  return ran;
}

fs::path jail_program() { return place::build() / "jail"; }

void build_jail() { build_or_fail("the jail", {"jail"}); }

Ran run_in_jail(const Jailed& jailed, const Command& command) {
  std::error_code error;
  fs::remove(jailed.report, error);
  Ran ran = run_within(in_jail(jailed, command), jailed.time + kTimeOfTheJail);
  if (ran.in_time && ran.exit_code == kJailsFault) throw Failure(ran.output);
  ran.limit = ran.in_time ? limit_in(read_file(jailed.report)) : "wall";
  return ran;
}

}  // namespace workbook
