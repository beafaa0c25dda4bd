// tools/interleave/runtime/explorer_report.cpp: what an Explorer says of its search, as records.
#include "explorer.hpp"

#include <algorithm>

namespace interleave {
namespace {

constexpr std::size_t kMostRaces = 8;

}  // namespace

void Explorer::write_report() {
  for (const PhaseCount& phase : phases_) {
    records_.write("phase", {phase.name, std::to_string(phase.executions), phase.complete ? "1" : "0",
                             std::to_string(phase.blocked), std::to_string(phase.cut)});
  }
  records_.write("total", {std::to_string(executions_), std::to_string(seconds()),
                           std::to_string(execution_.points().addresses().size()), std::to_string(most_steps_),
                           std::to_string(most_threads_)});
  if (request_.counts_traces) records_.write("traces", {std::to_string(traces_.size())});
  records_.write("outputs", {std::to_string(outputs_.size())});
  write_verdict();
  write_limits();
  if (finding_ && finding_->kind != "diverged") write_counterexample();
  if (!finding_ && replay_) write_counterexample();
  write_outcomes();
  if (inversion_) {
    records_.write("warning", {"lock_order", "two locks are taken in opposite orders by two threads",
                               hexadecimal(inversion_->first.held), hexadecimal(inversion_->first.taken),
                               list_of(inversion_->first.stack), list_of(inversion_->second.stack)});
  }
  records_.write("end");
  records_.flush();
}

void Explorer::write_verdict() {
  const auto verdict = [&]() -> std::string {
    if (!finding_) return proved_ && externals_.empty() ? "proved" : "nothing_found";
    if (finding_->kind == "not_done") return "not_done";
    return finding_->kind == "unsupported" || finding_->kind == "diverged" ? "unsupported" : "fails";
  };
  records_.write("verdict", {verdict()});
  if (finding_) records_.write("failure", {finding_->kind, finding_->text, std::to_string(finding_->exit_code)});
}

void Explorer::write_limits() {
  for (const std::string& name : externals_) records_.write("external", {name});
  if (finding_ || proved_) return;
  for (const PhaseCount& phase : phases_) {
    if (phase.complete || phase.name == "replay") continue;
    std::string text = phase.name + ": " + std::to_string(phase.executions) + " executions, not all";
    if (phase.cut > 0) {
      text +=
          "; " + std::to_string(phase.cut) + " given up after " + std::to_string(request_.rules.most_steps) + " steps";
    }
    records_.write("limit", {text});
  }
  if (timeouts_left_out_) {
    records_.write("limit", {"a thread's waits time out at most " + std::to_string(request_.rules.timeouts) +
                             " times while others could go on"});
  }
}

void Explorer::write_counterexample() {
  if (!replay_) minimise();
  Plan plan;
  plan.deviations = replay_->deviations;
  plan.with_details = true;
  records_.write("replay", {request_.replay ? *request_.replay : replay_string(replay_->deviations)});
  records_.flush();
  runner_->run(plan, [this] { write_details(); });
}

void Explorer::write_details() {
  const Details& details = execution_.details();
  for (int id = 0; id < execution_.threads(); ++id) {
    records_.write("thread", {std::to_string(id), "0x0"});
  }
  for (const WatchedVariable& each : details.watched) {
    records_.write("watched", {hexadecimal(each.address), std::to_string(each.size), each.type, each.name});
  }
  for (const DetailedStep& step : details.steps) records_.write_step(step);
  for (std::size_t i = 0; i < std::min(details.races.size(), kMostRaces); ++i) records_.write_race(details.races[i]);
  for (const LostNotificationDetail& lost : details.lost_notifications) {
    records_.write("wakeup", {std::to_string(lost.step), std::to_string(lost.thread), hexadecimal(lost.address)});
  }
  for (const WaitingThread& waiting : execution_.waiting_threads()) {
    records_.write("waits",
                   {std::to_string(waiting.thread), std::string(name_of(waiting.operation.kind)),
                    hexadecimal(waiting.operation.address), std::to_string(waiting.holder), list_of(waiting.stack)});
  }
  records_.write("printed", {std::string(execution_.printed())});
  records_.flush();
}

void Explorer::write_outcomes() {
  for (const auto& [text, count] : outcomes_) {
    records_.write("outcome", {text, std::to_string(count.executions), replay_string(deviations_of(count.choices))});
  }
}

}  // namespace interleave
