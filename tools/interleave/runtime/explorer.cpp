// tools/interleave/runtime/explorer.cpp: see explorer.hpp. The order of a search: which variables are shared; few
// preemptions; then the proof; then, where that took too long, chance.
#include "explorer.hpp"

#include "externals.hpp"

#include <algorithm>
#include <utility>

namespace interleave {
namespace {

constexpr std::int64_t kMostOfOneBound = 20'000;
constexpr std::int64_t kMostAfterARace = 5'000;  // to find a schedule in which its effect can be seen
constexpr std::int64_t kMostForDiscovery = 500;
constexpr std::int64_t kMostStepsForDiscovery = 2'000'000;
constexpr std::int64_t kMostForPlainer = 2'000;
constexpr std::int64_t kMostStepsForPlainer = 1'000'000;
constexpr std::int64_t kBetweenRecords = 16;  // executions: each may be a process, and take its time
constexpr double kShareOfBounds = 0.3;        // of the time
constexpr double kShareOfReduced = 0.9;
constexpr std::string_view kLivelock = "livelock";
constexpr std::size_t kMostOutcomes = 64;
constexpr std::size_t kMostOutputs = 1'000;

int preemptions_of(const Recording& recording) {
  const auto steps = std::span(recording.steps).first(static_cast<std::size_t>(recording.steps_taken));
  return static_cast<int>(std::ranges::count_if(
      steps, [](const TakenStep& step) { return is_preemption(step.choice, step.before, step.before_could_go_on); }));
}

}  // namespace

Explorer::Explorer(Request request, Execution& execution, Recording& recording)
    : request_(std::move(request)),
      execution_(execution),
      recording_(recording),
      runner_(make_runner(request_.switch_by, execution, recording)),
      records_(request_.descriptor) {}

double Explorer::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

void Explorer::explore() {
  externals_ = unknown_externals();
  discover_points();
  if (request_.replay) {
    replay();
  } else {
    search();
  }
  write_report();
}

// Which variables are shared decides what a step is, and so how steps are counted. A search and a replay both begin
// with these same executions, so that they count alike.
void Explorer::discover_points() {
  std::int64_t left = kMostForDiscovery;
  std::int64_t steps_left = kMostStepsForDiscovery;
  bool failed = false;  // then enough is known; the search finds it again
  for (const int bound : {0, 1}) {
    std::unique_ptr<Strategy> strategy = bounded(bound);
    while (left > 0 && steps_left > 0 && !failed) {
      const Plan* const plan = strategy->next();
      if (plan == nullptr) break;
      --left;
      if (left % kBetweenRecords == 0) write_progress({.name = "discovery"});
      runner_->run(*plan, {});
      steps_left -= recording_.steps_taken;
      if (add_new_points()) {
        strategy = bounded(bound);
      } else {
        strategy->learn(recording_);
      }
      failed = recording_.ending == Ending::failed && recording_.new_points_used == 0;
    }
  }
  points_of_discovery_ = execution_.points().addresses().size();
}

bool Explorer::add_new_points() {
  for (int i = 0; i < recording_.new_points_used; ++i) {
    execution_.add_point(recording_.new_points[static_cast<std::size_t>(i)]);
  }
  return recording_.new_points_used > 0;
}

void Explorer::search() {
  const double time = request_.seconds;
  switch (request_.search) {
    case Search::automatic:
      for (int bound = 0; bound <= request_.bound && !found_enough(); ++bound) {
        run_phase([](int preemptions) { return bounded(preemptions); }, bound, kMostOfOneBound, time * kShareOfBounds);
      }
      if (finding_) break;
      run_phase([](int) { return reduced(); }, 0, 0, time * kShareOfReduced);
      if (phases_.back().ran_out || found_enough()) break;
      [[fallthrough]];
    case Search::priorities:
      run_phase([](int seed) { return random_schedules(Then::by_priorities, static_cast<std::uint64_t>(seed)); },
                static_cast<int>(request_.seed), 0, time);
      break;
    case Search::random:
      run_phase([](int seed) { return random_schedules(Then::randomly, static_cast<std::uint64_t>(seed)); },
                static_cast<int>(request_.seed), 0, time);
      break;
    case Search::exhaustive:
      run_phase([](int) { return reduced(); }, 0, 0, time);
      break;
    case Search::bounded:
      run_phase([](int preemptions) { return bounded(preemptions); }, request_.bound, 0, time);
      break;
  }
}

void Explorer::run_phase(std::unique_ptr<Strategy> (*make)(int), int argument, std::int64_t most, double until) {
  while (true) {
    const std::unique_ptr<Strategy> strategy = make(argument);
    PhaseCount count;
    count.name = strategy->name();
    const bool as_it_was = run_strategy(*strategy, count, most, until);
    if (!as_it_was) {
      restart();
      continue;
    }
    proved_ = count.complete && strategy->covers_everything();
    phases_.push_back(std::move(count));
    const std::optional<EndlessPart> endless = strategy->endless();
    if (endless && !finding_) {
      finding_ = Finding{std::string(kLivelock), "from here no schedule comes to an end", 0, endless->way_there, true};
    }
    return;
  }
}

// False: a variable turned out to be shared, and everything must begin anew.
bool Explorer::run_strategy(Strategy& strategy, PhaseCount& count, std::int64_t most, double until) {
  while (true) {
    const Plan* const plan = strategy.next();
    if (plan == nullptr) {
      count.ran_out = true;
      count.complete = count.cut == 0 && !timeouts_left_out_;
      return true;
    }
    if (!run_once(*plan)) return false;
    strategy.learn(recording_);
    this->count(recording_, count);
    note_finding();
    if (found_enough()) return true;
    if (most != 0 && count.executions >= most) return true;
    if (request_.executions != 0 && executions_ >= request_.executions) return true;
    if (!is_time_to_look()) continue;
    if (seconds() > until) return true;
    show_progress(count);
  }
}

// Asking the clock takes as long as some steps do.
bool Explorer::is_time_to_look() {
  constexpr int kStepsBetween = 500;
  steps_since_look_ += recording_.steps_taken;
  if (steps_since_look_ < kStepsBetween) return false;
  steps_since_look_ = 0;
  return true;
}

bool Explorer::run_once(const Plan& plan) {
  runner_->run(plan, {});
  return !add_new_points();
}

void Explorer::restart() {
  phases_.clear();
  finding_.reset();
  inversion_.reset();
  outcomes_.clear();
  outputs_.clear();
  traces_.clear();
  executions_ = 0;
  executions_since_race_ = 0;
  most_steps_ = 0;
  most_threads_ = 0;
  timeouts_left_out_ = false;
}

void Explorer::count(const Recording& recording, PhaseCount& count) {
  most_steps_ = std::max(most_steps_, recording.steps_taken);
  most_threads_ = std::max(most_threads_, recording.threads);
  timeouts_left_out_ = timeouts_left_out_ || recording.unbalanced_timeouts;
  ++executions_;
  if (!inversion_) inversion_ = execution_.inversion();
  if (finding_) ++executions_since_race_;
  if (recording.ending == Ending::blocked) {
    ++count.blocked;
    return;
  }
  ++count.executions;
  if (recording.ending == Ending::cut && recording.cycle_start < 0) ++count.cut;
  if (outputs_.size() < kMostOutputs) outputs_.insert(recording.output_hash);
  if (request_.counts_traces) {
    order_.keep_first(0);
    for (int i = 0; i < recording.steps_taken; ++i) order_.add(recording.steps[static_cast<std::size_t>(i)]);
    traces_.insert(order_.trace());
  }
  const std::string_view outcome = recording.outcome.data();
  if (outcome.empty()) return;
  const auto known = outcomes_.find(outcome);
  if (known != outcomes_.end()) {
    ++known->second.executions;
  } else if (outcomes_.size() < kMostOutcomes) {
    outcomes_.emplace(outcome, OutcomeCount{1, choices_of_recording()});
  }
}

std::vector<Choice> Explorer::choices_of_recording() const {
  std::vector<Choice> choices;
  for (int i = 0; i < recording_.steps_taken; ++i) {
    choices.push_back(recording_.steps[static_cast<std::size_t>(i)].choice);
  }
  return choices;
}

void Explorer::note_finding() {
  const bool failed = recording_.ending == Ending::failed;
  const bool better = !finding_ || (failed && !finding_->visible);
  if (!better || (!failed && !recording_.raced)) return;
  Finding finding;
  finding.kind = failed ? recording_.failure.kind.data() : "race";
  finding.text = failed ? recording_.failure.text.data() : "";
  finding.exit_code = recording_.failure.exit_code;
  finding.choices = choices_of_recording();
  finding.visible = failed;
  finding_ = std::move(finding);
}

bool Explorer::found_enough() const {
  if (!finding_ || request_.goes_on) return false;
  return finding_->visible || executions_since_race_ > kMostAfterARace;
}

void Explorer::show_progress(const PhaseCount& count) {
  constexpr double kBetween = 0.1;
  if (seconds() - last_progress_ < kBetween) return;
  write_progress(count);
}

void Explorer::write_progress(const PhaseCount& count) {
  last_progress_ = seconds();
  records_.write("progress",
                 {count.name, std::to_string(executions_), std::to_string(last_progress_), std::to_string(count.cut)});
  records_.flush();
}

std::vector<Deviation> Explorer::deviations_of(const std::vector<Choice>& choices) {
  Plan plan;
  plan.prefix = choices;
  plan.with_details = true;
  runner_->run(plan, {});
  std::vector<Deviation> deviations;
  for (int i = 0; i < recording_.steps_taken; ++i) {
    const TakenStep& step = recording_.steps[static_cast<std::size_t>(i)];
    if (step.by_default) continue;
    const ThreadId value = step.choice.way == Way::wakes ? step.choice.woken : step.choice.thread;
    deviations.push_back({i + 1, step.choice.way, value});
  }
  return deviations;
}

bool Explorer::fails_alike(const std::vector<Deviation>& deviations) {
  // A loop without an end takes a second or two each time; whoever reads the records must not think that we are stuck.
  write_progress({.name = "shortening"});
  Plan plan;
  plan.deviations = deviations;
  runner_->run(plan, {});
  return failed_alike();
}

bool Explorer::failed_alike() const {
  if (recording_.new_points_used > 0) return false;
  if (!finding_->visible) return recording_.raced;
  return recording_.ending == Ending::failed && finding_->kind == recording_.failure.kind.data();
}

void Explorer::minimise() {
  std::vector<Deviation> deviations = shortened(deviations_of(finding_->choices));
  if (const auto plainer = plainer_than(deviations)) deviations = shortened(*plainer);
  replay_ = Replay{{}, std::move(deviations)};
}

// Of the schedules with no more preemptions that fail alike, one with fewer wake-ups for no reason, time-outs and
// refusals is easier to follow. A loop without an end takes a second each time: then the one that is known must do.
std::optional<std::vector<Deviation>> Explorer::plainer_than(const std::vector<Deviation>& deviations) {
  const auto unasked = std::ranges::count_if(deviations, is_unasked, &Deviation::way);
  if (unasked == 0 || !fails_alike(deviations)) return std::nullopt;
  const int preemptions = preemptions_of(recording_);
  std::int64_t left = kMostForPlainer;
  std::int64_t steps_left = kMostStepsForPlainer;
  for (int fewer = 0; fewer < unasked; ++fewer) {
    const std::unique_ptr<Strategy> strategy = bounded(preemptions, fewer);
    while (const Plan* const plan = strategy->next()) {
      if (--left < 0 || steps_left < 0) return std::nullopt;
      runner_->run(*plan, {});
      steps_left -= recording_.steps_taken;
      if (failed_alike()) return deviations_of(choices_of_recording());
      if (recording_.ending == Ending::failed && recording_.failure.kind.data() == kLivelock) return std::nullopt;
      strategy->learn(recording_);
      show_progress({.name = "shortening"});
    }
  }
  return std::nullopt;
}

// Leaves out one deviation after the other, as long as it fails alike.
std::vector<Deviation> Explorer::shortened(std::vector<Deviation> deviations) {
  for (bool shorter = true; shorter;) {
    shorter = false;
    for (std::size_t i = deviations.size(); i-- > 0;) {
      std::vector<Deviation> fewer = deviations;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      if (!fails_alike(fewer)) continue;
      deviations = std::move(fewer);
      shorter = true;
    }
  }
  return deviations;
}

void Explorer::replay() {
  const std::optional<Replay> replay = parse_replay(*request_.replay);
  if (!replay) {
    finding_ = Finding{"diverged", "the replay string is not understood: " + *request_.replay, 0, {}, true};
    return;
  }
  for (const std::uintptr_t point : replay->points) execution_.add_point(point);
  Plan plan;
  plan.deviations = replay->deviations;
  runner_->run(plan, {});
  PhaseCount count;
  count.name = "replay";
  this->count(recording_, count);
  phases_.push_back(count);
  const int last = plan.deviations.empty() ? 0 : plan.deviations.back().step;
  if (recording_.ending == Ending::diverged || recording_.steps_taken < last) {
    finding_ = Finding{"diverged",
                       "the schedule does not fit the program at step " + std::to_string(recording_.steps_taken + 1),
                       0,
                       {},
                       true};
    return;
  }
  note_finding();
  replay_ = *replay;
}

std::string Explorer::replay_string(const std::vector<Deviation>& deviations) const {
  const std::vector<std::uintptr_t>& points = execution_.points().addresses();
  Replay replay;
  for (std::size_t i = points_of_discovery_; i < points.size(); ++i) replay.points.push_back(points[i]);
  replay.deviations = deviations;
  return format_replay(replay);
}

}  // namespace interleave
