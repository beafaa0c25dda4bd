// tools/jail/main.cpp: the command line of the program `jail`.
#include "jail/inside.hpp"
#include "jail/probe.hpp"
#include "jail/report.hpp"
#include "jail/supervisor.hpp"

#include <CLI/CLI.hpp>

#include <signal.h>
#include <sys/resource.h>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <iterator>
#include <utility>
#include <vector>

namespace {

using jail::Job;

struct Asked {
  Job job;
  std::string rung;
  bool probe = false;
  bool json = false;
  int inside = -1;  // the control descriptor of the half inside; -1: we are the half outside
};

void add_job(CLI::App& app, Asked& asked) {
  Job& job = asked.job;
  app.add_option("--rung", asked.rung, "namespaces, landlock or limits; without it the strongest that works here");
  app.add_option("--read", job.reads, "A file or folder that it may read and execute; may be repeated")
      ->allow_extra_args(false);
  app.add_option("--write", job.writes, "A folder that it may write, too; may be repeated")->allow_extra_args(false);
  app.add_option("--uid", job.uid, "Run it as this user, where we are root; without it one that nobody uses");
  app.add_option("--report", job.report, "A file, or the number of a descriptor, for lines of JSON about it");
  app.add_option("--keep-fd", job.kept_descriptors, "A descriptor that it inherits; may be repeated")
      ->allow_extra_args(false);
  app.add_option("--env", job.environment, "NAME=VALUE, or NAME to hand on ours; may be repeated")
      ->allow_extra_args(false);
  app.add_option("command", job.command, "The program and its arguments, after --");
}

// Where a limit is given twice, the last one counts.
template <class Value>
void add_limit(CLI::App& app, const std::string& name, Value& value, const std::string& help) {
  app.add_option(name, value, help)->capture_default_str()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void add_limit(CLI::App& app, const std::string& name, std::chrono::seconds& value, const std::string& help) {
  app.add_option_function<std::int64_t>(
         name, [&value](std::int64_t seconds) { value = std::chrono::seconds(seconds); }, help)
      ->default_str(std::to_string(value.count()))
      ->check(CLI::PositiveNumber)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void add_limits(CLI::App& app, jail::Limits& limits) {
  add_limit(app, "--wall", limits.wall, "Seconds from start to end");
  add_limit(app, "--cpu", limits.cpu, "Seconds of processor time of each process");
  add_limit(app, "--memory", limits.memory_bytes, "Bytes of addresses of each process, and of memory of all together");
  add_limit(app, "--file-size", limits.file_bytes, "Bytes of the largest file that it may write");
  add_limit(app, "--private-size", limits.private_bytes, "Bytes of its own /tmp, where it has one");
  add_limit(app, "--processes", limits.processes, "Processes and threads");
  add_limit(app, "--descriptors", limits.descriptors, "Open descriptors of each process");
}

[[noreturn]] void die_by(int number) {
  const rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  signal(number, SIG_DFL);
  sigset_t this_one;
  sigemptyset(&this_one);
  sigaddset(&this_one, number);
  raise(number);
  sigprocmask(SIG_UNBLOCK, &this_one, nullptr);
  std::_Exit(jail::kExitFault);
}

// As the program ended, so do we.
int end_as(const jail::Ended& ended) {
  if (ended.interrupted_by != 0) die_by(ended.interrupted_by);
  if (ended.signal != 0) die_by(ended.signal);
  return ended.exit_code;
}

jail::Rung rung_for(const Asked& asked) {
  if (asked.rung.empty()) return jail::strongest_rung();
  if (const auto rung = jail::rung_named(asked.rung)) return *rung;
  throw std::runtime_error("--rung got '" + asked.rung + "', wanted namespaces, landlock or limits");
}

// Paths inside are those outside, so they must not depend on where we stand.
void make_absolute(Job& job) {
  for (auto* const paths : {&job.reads, &job.writes}) {
    for (auto& path : *paths) path = std::filesystem::absolute(path).lexically_normal();
  }
  if (job.command.empty()) throw std::runtime_error("got no program, wanted one after --");
  std::string& program = job.command.front();
  program = std::filesystem::absolute(program).lexically_normal().string();
  job.reads.emplace_back(program);
}

int run(Asked& asked) {
  const jail::Reports reports(asked.job.report);
  try {
    make_absolute(asked.job);
    const jail::Ended ended = jail::run(asked.job, rung_for(asked), reports);
    reports.tell(ended);
    return end_as(ended);
  } catch (const std::exception& fault) {
    reports.tell_fault(fault.what());
    throw;
  }
}

int act_on(Asked& asked) {
  if (asked.inside >= 0) return jail::run_inside(asked.job, asked.inside);
  if (asked.probe) {
    std::vector<jail::Rung> rungs(std::begin(jail::kRungs), std::end(jail::kRungs));
    if (!asked.rung.empty()) rungs = {rung_for(asked)};
    std::cout << (asked.json ? jail::probe_json(rungs) : jail::probe_text(rungs));
    return 0;
  }
  return run(asked);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Runs a program that nobody trusts, shut in and under limits, and leaves nothing of it behind.", "jail");
  Asked asked;
  add_job(app, asked);
  add_limits(app, asked.job.limits);
  app.add_flag("--probe", asked.probe, "Tell which rungs work here, or whether that of --rung does");
  app.add_flag("--json", asked.json, "With --probe: as JSON");
  app.add_option("--inside", asked.inside)->group("");
  try {
    app.parse(argc, argv);
    return act_on(asked);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : jail::kExitFault;
  } catch (const std::exception& fault) {
    std::cerr << "workbook bug: jail: " << fault.what() << '\n';
    return jail::kExitFault;
  }
}
