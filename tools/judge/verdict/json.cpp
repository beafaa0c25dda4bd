// tools/judge/verdict/json.cpp: see json.hpp.
#include "judge/verdict/json.hpp"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace judge {

namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace); }

Json json_of(const Finding& finding) {
  return {{"hole", finding.hole}, {"what", finding.what},  {"where", finding.where},
          {"why", finding.why},   {"try", finding.to_try}, {"again", finding.again}};
}

Json json_of(const Remark& remark) {
  return {{"kind", remark.kind}, {"schedules", remark.schedules}, {"text", remark.text}};
}

Json json_of(const CheckResult& check) {
  Json remarks = Json::array();
  for (const Remark& remark : check.remarks) remarks.push_back(json_of(remark));
  return {{"name", check.name},
          {"verdict", name_of(check.verdict)},
          {"message", check.message},
          {"finding", check.finding ? json_of(*check.finding) : Json(nullptr)},
          {"remarks", remarks}};
}

Json json_of(const CompileErrors& errors) {
  Json shown = Json::array();
  for (const CompileError& error : errors.shown) {
    shown.push_back({{"file", error.file}, {"line", error.line}, {"text", error.text}});
  }
  return {{"headline", errors.headline}, {"errors", shown}, {"more", errors.more}, {"linker", errors.linker}};
}

Json json_of(const LessonVerdict& lesson) {
  Json checks = Json::array();
  for (const CheckResult& check : lesson.checks) checks.push_back(json_of(check));
  return {{"lesson", lesson.lesson},
          {"exercise", lesson.exercise},
          {"verdict", name_of(verdict_of(lesson))},
          {"exit_code", exit_code_for(verdict_of(lesson))},
          {"summary", summary_of(lesson)},
          {"seed", lesson.seed ? Json(*lesson.seed) : Json(nullptr)},
          {"compile_errors", lesson.compile_errors ? json_of(*lesson.compile_errors) : Json(nullptr)},
          {"problem", lesson.problem.empty() ? Json(nullptr) : Json(lesson.problem)},
          {"checks", checks}};
}

Finding finding_from(const Json& json) {
  return {json.at("hole"), json.at("what"), json.at("why"), json.at("try"), json.at("where"), json.at("again")};
}

CheckResult check_from(const Json& json) {
  const std::optional<Verdict> verdict = verdict_named(json.at("verdict"));
  if (!verdict) throw std::runtime_error("no verdict is called " + json.at("verdict").dump());
  CheckResult check{json.at("name"), *verdict, json.at("message")};
  if (!json.at("finding").is_null()) check.finding = finding_from(json.at("finding"));
  for (const Json& remark : json.at("remarks")) {
    check.remarks.push_back({remark.at("kind"), remark.at("schedules"), remark.at("text")});
  }
  return check;
}

CompileErrors compile_errors_from(const Json& json) {
  CompileErrors errors{json.at("headline"), {}, json.at("more"), json.at("linker")};
  for (const Json& error : json.at("errors")) {
    errors.shown.push_back({error.at("file"), error.at("line"), error.at("text")});
  }
  return errors;
}

LessonVerdict lesson_from(const Json& json) {
  LessonVerdict lesson{json.at("lesson"), json.at("exercise")};
  if (!json.at("seed").is_null()) lesson.seed = json.at("seed");
  if (!json.at("compile_errors").is_null()) lesson.compile_errors = compile_errors_from(json.at("compile_errors"));
  if (!json.at("problem").is_null()) lesson.problem = json.at("problem");
  for (const Json& check : json.at("checks")) lesson.checks.push_back(check_from(check));
  return lesson;
}

}  // namespace

std::string document_of(const std::vector<LessonVerdict>& lessons) {
  const Verdict verdict = verdict_of(lessons);
  Json parts = Json::array();
  for (const LessonVerdict& lesson : lessons) parts.push_back(json_of(lesson));
  return text_of({{"schema", "workbook-verdict"},
                  {"version", kVerdictVersion},
                  {"verdict", name_of(verdict)},
                  {"exit_code", exit_code_for(verdict)},
                  {"lessons", parts}});
}

std::string as_json(const LessonVerdict& lesson) { return text_of(json_of(lesson)); }

LessonVerdict lesson_verdict_from(const std::string& text) {
  try {
    return lesson_from(Json::parse(text));
  } catch (const Json::exception& error) {
    throw std::runtime_error(std::string("not a lesson's verdict: ") + error.what());
  }
}

}  // namespace judge
