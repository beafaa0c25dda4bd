// tools/interleave/runtime/explorer.hpp: searches, and says what was found.
#pragma once

#include "happens_before.hpp"
#include "recording.hpp"
#include "records.hpp"
#include "request.hpp"
#include "runner.hpp"
#include "strategy.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

namespace interleave {

class Explorer {
 public:
  Explorer(Request request, Execution& execution, Recording& recording);

  /// Runs the whole search and writes the whole report.
  void explore();

 private:
  // A schedule that ends badly, as choices from its beginning.
  struct Finding {
    std::string kind;
    std::string text;
    int exit_code = 0;
    std::vector<Choice> choices;
    bool visible = false;  // and not a race alone
  };
  struct PhaseCount {
    std::string name;
    std::int64_t executions = 0;
    std::int64_t blocked = 0;
    std::int64_t cut = 0;
    bool ran_out = false;   // there was nothing more to run
    bool complete = false;  // and nothing was left out
  };
  struct OutcomeCount {
    std::int64_t executions = 0;
    std::vector<Choice> choices;
  };

  void search();
  void replay();
  void run_phase(std::unique_ptr<Strategy> (*make)(int), int argument, std::int64_t most, double until);
  bool run_strategy(Strategy& strategy, PhaseCount& count, std::int64_t most, double until);
  bool run_once(const Plan& plan);
  void count(const Recording& recording, PhaseCount& count);
  void note_finding();
  std::vector<Choice> choices_of_recording() const;
  bool found_enough() const;
  bool add_new_points();
  void restart();
  void discover_points();
  double seconds() const;
  bool is_time_to_look();
  void show_progress(const PhaseCount& count);
  void write_progress(const PhaseCount& count);
  void minimise();
  std::vector<Deviation> shortened(std::vector<Deviation> deviations);
  std::optional<std::vector<Deviation>> plainer_than(const std::vector<Deviation>& deviations);
  bool fails_alike(const std::vector<Deviation>& deviations);
  bool failed_alike() const;
  std::vector<Deviation> deviations_of(const std::vector<Choice>& choices);
  std::string replay_string(const std::vector<Deviation>& deviations) const;
  void write_report();
  void write_verdict();
  void write_limits();
  void write_counterexample();
  void write_details();
  void write_outcomes();

  Request request_;
  Execution& execution_;
  Recording& recording_;
  std::unique_ptr<Runner> runner_;
  Records records_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  double last_progress_ = 0;
  int steps_since_look_ = 0;

  std::vector<std::string> externals_;
  std::vector<PhaseCount> phases_;
  std::int64_t executions_ = 0;
  std::int64_t executions_since_race_ = 0;
  int most_steps_ = 0;
  int most_threads_ = 0;
  bool proved_ = false;
  bool timeouts_left_out_ = false;
  std::optional<Finding> finding_;
  std::optional<LockInversion> inversion_;
  std::map<std::string, OutcomeCount, std::less<>> outcomes_;
  std::set<std::uint64_t> outputs_;
  std::unordered_set<std::uint64_t> traces_;
  HappensBefore order_;  // of the last execution, where traces are counted
  std::size_t points_of_discovery_ = 0;
  std::optional<Replay> replay_;
};

}  // namespace interleave
