// tools/workbook/grade/answer_record.cpp: see answer_record.hpp.
#include "grade/answer_record.hpp"

#include "judge/verdict/json.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace workbook {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::pair<Standing, const char*>, 4> kStandings{{{Standing::judged, "judged"},
                                                                      {Standing::missing, "missing"},
                                                                      {Standing::refused, "refused"},
                                                                      {Standing::withheld, "withheld"}}};

std::string name_of(Standing standing) {
  for (const auto& [known, name] : kStandings) {
    if (known == standing) return name;
  }
  return "";
}

std::optional<Standing> standing_named(const std::string& name) {
  for (const auto& [known, its_name] : kStandings) {
    if (its_name == name) return known;
  }
  return std::nullopt;
}

GradedAnswer answer_from(const Json& json, Standing standing) {
  GradedAnswer answer{json.at("student"), json.at("lesson"), standing, json.at("reason")};
  answer.verdict = judge::lesson_verdict_from(json.at("verdict").dump());
  for (const Json& suspicion : json.at("suspicions")) {
    answer.suspicions.push_back({suspicion.at("line"), suspicion.at("word"), suspicion.at("why")});
  }
  answer.isolation = json.at("isolation");
  answer.seconds = json.at("seconds");
  return answer;
}

}  // namespace

std::string record_of(const GradedAnswer& answer, const std::string& made_from) {
  Json suspicions = Json::array();
  for (const Suspicion& suspicion : answer.suspicions) {
    suspicions.push_back({{"line", suspicion.line}, {"word", suspicion.word}, {"why", suspicion.why}});
  }
  const Json json{{"schema", "workbook-answer"},
                  {"version", kAnswerVersion},
                  {"student", answer.student},
                  {"lesson", answer.lesson},
                  {"standing", name_of(answer.standing)},
                  {"reason", answer.reason},
                  {"isolation", answer.isolation},
                  {"seconds", answer.seconds},
                  {"made_from", made_from},
                  {"suspicions", suspicions},
                  {"verdict", Json::parse(judge::as_json(answer.verdict))}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::optional<GradedAnswer> answer_in(const std::string& record, const std::string& made_from) {
  try {
    const Json json = Json::parse(record);
    const std::optional<Standing> standing = standing_named(json.at("standing"));
    if (json.at("version") != kAnswerVersion || json.at("made_from") != made_from || !standing) return std::nullopt;
    return answer_from(json, *standing);
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace workbook
