// tools/workbook/grade/class_report.cpp: see class_report.hpp.
#include "grade/class_report.hpp"

#include "grade/page.hpp"
#include "judge/verdict/printable.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace workbook {

namespace {

using judge::markup;

constexpr std::size_t kMostMistakes = 25;
constexpr int kTenths = 10;

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

// A name as part of an address.
std::string address(const std::string& folder) {
  std::string result;
  for (const char c : folder) {
    const bool plain =
        std::isalnum(static_cast<unsigned char>(c)) != 0 || std::string("-_.").find(c) != std::string::npos;
    result += plain ? std::string{c} : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return result;
}

std::string link_to(const std::string& student, const std::map<std::string, std::string>& folders) {
  const auto folder = folders.find(student);
  if (folder == folders.end()) return markup(student);
  return fmt::format("<a href=\"{}/feedback.html\">{}</a>", address(folder->second), markup(student));
}

std::string names_of(const std::vector<std::string>& students) {
  constexpr std::size_t kShown = 8;
  std::string text;
  for (std::size_t i = 0; i < std::min(kShown, students.size()); ++i)
    text += (i == 0 ? "" : ", ") + markup(students[i]);
  if (students.size() > kShown) text += fmt::format(" and {} more", students.size() - kShown);
  return text;
}

// Bars with their counts, so that nobody has to measure them.
std::string picture_of(const std::vector<int>& counts, const std::string& lesson) {
  constexpr int kWidth = 46;
  constexpr int kHeight = 90;
  const int most = std::max(1, *std::ranges::max_element(counts));
  const int width = kWidth * static_cast<int>(counts.size());
  std::string svg = fmt::format(
      "<figure><svg role=\"img\" aria-label=\"{0}: answers by their share of the points\" viewBox=\"0 0 {1} {2}\" "
      "width=\"{1}\" height=\"{2}\" style=\"max-width: 100%\">\n",
      markup(lesson), width, kHeight + 40);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const int x = static_cast<int>(i) * kWidth;
    const int height = counts[i] * kHeight / most;
    const std::string label = i == kTenths ? "all" : fmt::format("{}%", i * 10);
    svg += fmt::format("<rect class=\"bar\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n", x + 4,
                       kHeight + 16 - height, kWidth - 8, height);
    svg += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>\n", x + kWidth / 2,
                       kHeight + 12 - height, counts[i] == 0 ? "" : std::to_string(counts[i]));
    svg +=
        fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>\n", x + kWidth / 2, kHeight + 32, label);
  }
  svg += fmt::format("<line class=\"axis\" x1=\"0\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>\n</svg>", width, kHeight + 16,
                     kHeight + 16);
  const int answers = std::accumulate(counts.begin(), counts.end(), 0);
  return svg + fmt::format("<figcaption>{}: {} {} by share of the points</figcaption></figure>\n", markup(lesson),
                           answers, answers == 1 ? "answer" : "answers");
}

std::string table_of_students(const GradedClass& graded, const std::map<std::string, std::string>& folders) {
  std::string text = "<table><tr><th>student</th><th>points</th>";
  for (const std::string& lesson : graded.lessons()) text += fmt::format("<th>{}</th>", markup(lesson));
  text += "</tr>\n";
  for (const std::string& student : graded.students()) {
    const Score sum = graded.score_of(student);
    text += fmt::format("<tr><td>{}</td><td class=\"number\">{} of {}{}</td>", link_to(student, folders),
                        number_text(sum.points), number_text(sum.most), sum.is_open ? " (open)" : "");
    const std::vector<GradedAnswer> answers = graded.answers_of(student);
    for (const std::string& lesson : graded.lessons()) {
      const auto answer = std::ranges::find(answers, lesson, &GradedAnswer::lesson);
      const std::string word = answer == answers.end() ? "" : word_for(*answer);
      text += fmt::format("<td class=\"{}\">{}</td>", word.substr(0, word.find(' ')), markup(word));
    }
    text += "</tr>\n";
  }
  return text + "</table>\n";
}

std::string table_of_mistakes(const GradedClass& graded) {
  const std::vector<CommonMistake> mistakes = common_mistakes(graded);
  if (mistakes.empty()) return "<p>None.</p>\n";
  std::string text = "<table><tr><th>answers</th><th>check</th><th>such as</th><th>students</th></tr>\n";
  for (std::size_t i = 0; i < std::min(kMostMistakes, mistakes.size()); ++i) {
    const CommonMistake& mistake = mistakes[i];
    text += fmt::format("<tr><td class=\"number\">{}</td><td>{}: {}</td><td>{}</td><td>{}</td></tr>\n",
                        mistake.students.size(), markup(mistake.lesson), markup(mistake.check), markup(mistake.example),
                        names_of(mistake.students));
  }
  text += "</table>\n";
  if (mistakes.size() > kMostMistakes)
    text += fmt::format("<p>{} rarer ones are left out.</p>\n", mistakes.size() - kMostMistakes);
  return text;
}

std::string table_of_similar(const SimilarInClass& similar) {
  std::string rows;
  for (const auto& [lesson, answers] : similar) {
    for (const SimilarPair& pair : answers.pairs) {
      std::string lines;
      for (const auto& [one, other] : pair.lines)
        lines += fmt::format("{}{}/{}", lines.empty() ? "" : ", ", one, other);
      rows += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td class=\"number\">{:.0f} %</td><td>{}</td></tr>\n",
                          markup(lesson), markup(answers.students[pair.one]), markup(answers.students[pair.other]),
                          100 * pair.share, lines);
    }
  }
  if (rows.empty()) return "<p>None.</p>\n";
  return "<p>For a person to judge: short answers to one exercise are alike by themselves. What was given to "
         "everybody, and "
         "what many wrote, is left out.</p>\n<table><tr><th>lesson</th><th>one</th><th>other</th><th>in common</th>"
         "<th>lines in one/other</th></tr>\n" +
         rows + "</table>\n";
}

std::string table_of_decisions(const GradedClass& graded) {
  std::string rows;
  for (const GradedAnswer& answer : graded.answers) {
    const bool open = graded.score_of(answer).is_open;
    if (answer.standing != Standing::withheld && !open) continue;
    std::string why = answer.reason;
    for (const Suspicion& suspicion : answer.suspicions) {
      why += fmt::format("{}line {}: {} {}", why.empty() ? "" : "; ", suspicion.line, suspicion.word, suspicion.why);
    }
    if (answer.standing != Standing::withheld) why = "not counted; to be run again";
    rows += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n", markup(answer.student),
                        markup(answer.lesson), markup(word_for(answer)), markup(why));
  }
  if (rows.empty()) return "<p>Nothing.</p>\n";
  return "<table><tr><th>student</th><th>lesson</th><th>verdict</th><th>why</th></tr>\n" + rows + "</table>\n";
}

std::string isolation_of(const GradedClass& graded) {
  std::set<std::string> rungs;
  for (const GradedAnswer& answer : graded.answers) {
    if (!answer.isolation.empty()) rungs.insert(answer.isolation);
  }
  std::string text;
  for (const std::string& rung : rungs) text += (text.empty() ? "" : ", ") + markup(rung);
  return text.empty() ? "none was needed" : text;
}

}  // namespace

std::vector<CommonMistake> common_mistakes(const GradedClass& graded) {
  std::map<std::pair<std::string, std::string>, CommonMistake> found;
  const auto note = [&](const GradedAnswer& answer, const std::string& check, const std::string& message) {
    CommonMistake& mistake = found[{answer.lesson, check}];
    if (mistake.students.empty()) mistake = {answer.lesson, check, first_line(message), {}};
    mistake.students.push_back(answer.student);
  };
  for (const GradedAnswer& answer : graded.answers) {
    if (answer.standing != Standing::judged) continue;
    if (answer.verdict.compile_errors) note(answer, "does not compile", answer.verdict.compile_errors->headline);
    // The first tells of the mistake; the others fail because of it, most likely.
    const auto first = std::ranges::find(answer.verdict.checks, judge::Verdict::wrong, &judge::CheckResult::verdict);
    if (first != answer.verdict.checks.end()) note(answer, first->name, first->message);
  }
  std::vector<CommonMistake> mistakes;
  for (auto& [key, mistake] : found) mistakes.push_back(std::move(mistake));
  std::ranges::stable_sort(mistakes, std::greater(),
                           [](const CommonMistake& mistake) { return mistake.students.size(); });
  return mistakes;
}

std::vector<int> distribution_of(const GradedClass& graded, const std::string& lesson) {
  std::vector<int> counts(kTenths + 1);
  for (const GradedAnswer& answer : graded.answers) {
    const Score score = graded.score_of(answer);
    if (answer.lesson != lesson || score.most <= 0) continue;
    const int tenth = static_cast<int>(std::floor(kTenths * score.points / score.most + 1e-9));
    ++counts[static_cast<std::size_t>(std::clamp(tenth, 0, kTenths))];
  }
  return counts;
}

std::string class_page(const GradedClass& graded, const SimilarInClass& similar,
                       const std::map<std::string, std::string>& folders, const std::vector<std::string>& passed_over) {
  std::string body =
      fmt::format("<h1>Class report</h1>\n<p class=\"sum\">{} students, {} answers, seed {}, isolation: {}</p>\n",
                  graded.students().size(), graded.answers.size(), graded.seed, isolation_of(graded));
  body += "<section><h2>Students</h2>\n" + table_of_students(graded, folders) + "</section>\n";
  body += "<section><h2>Lessons</h2>\n";
  for (const std::string& lesson : graded.lessons()) body += picture_of(distribution_of(graded, lesson), lesson);
  body += "</section>\n<section><h2>Common mistakes</h2>\n" + table_of_mistakes(graded) + "</section>\n";
  body += "<section><h2>For a person to decide</h2>\n" + table_of_decisions(graded) + "</section>\n";
  body += "<section><h2>Answers that are alike</h2>\n" + table_of_similar(similar) + "</section>\n";
  if (!passed_over.empty()) {
    body += "<section><h2>Passed over</h2>\n<p>Neither a folder nor a zip file: " + names_of(passed_over) +
            "</p></section>\n";
  }
  return page("Class report", body);
}

}  // namespace workbook
