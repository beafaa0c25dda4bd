// tools/interleave/report/json.cpp: see json.hpp.
#include "interleave/report/json.hpp"

#include "interleave/report/failures.hpp"
#include "interleave/report/message.hpp"

#include <nlohmann/json.hpp>

namespace interleave {

namespace {

using Json = nlohmann::ordered_json;

const char* name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::proved:
      return "proved";
    case Verdict::nothing_found:
      return "nothing_found";
    case Verdict::fails:
      return "fails";
    case Verdict::unsupported:
      return "unsupported";
    case Verdict::not_done:
      return "not_done";
    default:
      return "fault";
  }
}

Json json_of(const Place& place) {
  if (!place.known()) return nullptr;
  return {{"file", place.file}, {"line", place.line}, {"function", place.function}};
}

Json json_of(const Phase& phase) {
  return {{"name", phase.name},
          {"executions", phase.executions},
          {"complete", phase.complete},
          {"blocked", phase.blocked},
          {"cut", phase.cut}};
}

Json json_of(const Moment& moment) {
  return {{"number", moment.number},        {"thread", moment.thread}, {"operation", moment.operation},
          {"variable", moment.variable},    {"before", moment.before}, {"after", moment.after},
          {"preempts", moment.preempts},    {"note", moment.note},     {"told", moment.told()},
          {"place", json_of(moment.place)}, {"source", moment.source}};
}

Json json_of(const Stop& stop) {
  return {{"thread", stop.thread},        {"operation", stop.operation},
          {"object", stop.object},        {"holder", stop.holder < 0 ? Json(nullptr) : Json(stop.holder)},
          {"place", json_of(stop.place)}, {"held_since", json_of(stop.held_since)}};
}

Json json_of(const Side& side) {
  Json calls = Json::array();
  for (const Place& call : side.calls) calls.push_back(json_of(call));
  return {{"thread", side.thread},
          {"operation", side.operation},
          {"step", side.step},
          {"place", json_of(side.place)},
          {"stack", calls}};
}

Json json_of(const Conflict& conflict) {
  return {{"variable", conflict.variable}, {"first", json_of(conflict.first)}, {"second", json_of(conflict.second)}};
}

template <typename Items>
Json array_of(const Items& items) {
  Json array = Json::array();
  for (const auto& item : items) array.push_back(json_of(item));
  return array;
}

Json failure_of(const Story& story) {
  const Report& report = story.report;
  if (!report.failure) return nullptr;
  const Message message = explain(story, {});
  return {{"kind", report.failure->kind}, {"cause", std::string(primary_cause(report).name)},
          {"text", report.failure->text}, {"exit_code", report.failure->exit_code},
          {"headline", message.headline}, {"where", message.where},
          {"why", message.why},           {"try", message.advice}};
}

Json threads_of(const Story& story) {
  Json threads = Json::array();
  for (std::size_t i = 0; i < story.thread_names.size(); ++i) {
    threads.push_back({{"number", i}, {"function", story.thread_names[i]}});
  }
  return threads;
}

Json steps_of(const Story& story) {
  Json steps = Json::array();
  for (const Moment& moment : story.moments) {
    Json step = json_of(moment);
    const int other = other_thread(story, moment);
    step["other"] = other < 0 ? Json(nullptr) : Json(other);
    steps.push_back(std::move(step));
  }
  return steps;
}

Json lost_notifications_of(const Story& story) {
  Json all = Json::array();
  for (const LostNotification& lost : story.report.lost_notifications) {
    all.push_back({{"step", lost.step}, {"thread", lost.thread}, {"object", story.name_of(lost.address)}});
  }
  return all;
}

Json warnings_of(const Story& story) {
  Json all = Json::array();
  for (const Warning& warning : story.report.warnings) {
    all.push_back({{"kind", warning.kind},
                   {"text", warning.text},
                   {"first", story.name_of(warning.first_address)},
                   {"second", story.name_of(warning.second_address)}});
  }
  return all;
}

Json outcomes_of(const Report& report) {
  Json all = Json::array();
  for (const Outcome& outcome : report.outcomes) {
    all.push_back({{"text", outcome.text}, {"executions", outcome.executions}, {"replay", outcome.replay}});
  }
  return all;
}

void add_search(Json& json, const Story& story) {
  const Report& report = story.report;
  json["verdict"] = name_of(honest_verdict(report));
  json["line"] = verdict_line(story);
  json["executions"] = report.executions;
  json["seconds"] = report.seconds;
  json["shared_variables"] = report.points;
  json["most_steps"] = report.most_steps;
  json["most_threads"] = report.most_threads;
  json["phases"] = array_of(report.phases);
  json["limits"] = report.limits;
  json["externals"] = report.externals;
  json["warnings"] = warnings_of(story);
  json["outcomes"] = outcomes_of(report);
  json["outputs"] = report.outputs;
  if (report.traces >= 0) json["traces"] = report.traces;
}

void add_schedule(Json& json, const Story& story) {
  json["failure"] = failure_of(story);
  json["replay"] = story.report.replay;
  json["threads"] = threads_of(story);
  json["steps"] = steps_of(story);
  json["waiting"] = array_of(story.stops);
  json["races"] = array_of(story.conflicts);
  json["lost_notifications"] = lost_notifications_of(story);
  json["printed"] = story.report.printed;
}

}  // namespace

std::string as_json(const Story& story) {
  Json json{{"schema", "interleave-report"}, {"version", kJsonVersion}};
  add_search(json, story);
  add_schedule(json, story);
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace interleave
