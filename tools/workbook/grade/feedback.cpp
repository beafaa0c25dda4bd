// tools/workbook/grade/feedback.cpp: see feedback.hpp.
#include "grade/feedback.hpp"

#include "grade/page.hpp"
#include "grade/told.hpp"
#include "judge/verdict/printable.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <sstream>

namespace workbook {

namespace {

// Signs that Markdown, or HTML inside it, gives a meaning to.
std::string as_text(const std::string& text) {
  std::string result;
  for (const char c : judge::printable(text)) {
    if (c == '\n') {
      result += ' ';
    } else {
      if (std::string("\\`*_{}[]()<>#+-!|~&@:").find(c) != std::string::npos) result += '\\';
      result += c;
    }
  }
  return result;
}

std::size_t longest_run_of_backticks(const std::string& text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// A fence longer than any in the text: nothing in it can end the block.
std::string block(const std::string& text) {
  const std::string shown = judge::printable(text);
  const std::string fence(std::max<std::size_t>(3, longest_run_of_backticks(shown) + 1), '`');
  return fence + "text\n" + shown + (shown.ends_with('\n') ? "" : "\n") + fence + "\n";
}

std::string check_markdown(const ToldCheck& check) {
  std::string text = fmt::format("- **{}** {}", check.verdict, as_text(check.name));
  if (!check.remark.empty()) text += " (" + as_text(check.remark) + ")";
  text += '\n';
  if (!check.message.empty()) text += "\n" + block(check.message) + "\n";
  return text;
}

std::string answer_markdown(const GradedClass& graded, const GradedAnswer& answer) {
  const Score score = graded.score_of(answer);
  std::string text = fmt::format("## {}: {}, {}\n\n", as_text(answer.lesson), word_for(answer), text_of(score));
  const std::string note = note_on(answer, score);
  if (!note.empty()) text += as_text(note) + "\n\n";
  for (const ToldCheck& check : told_of(answer)) text += check_markdown(check);
  return text + '\n';
}

std::string check_html(const ToldCheck& check) {
  std::string text = fmt::format("<li class=\"{}\"><b>{}</b> <span>{}</span>", check.passed ? "ok" : "not-ok",
                                 judge::markup(check.verdict), judge::markup(check.name));
  if (!check.remark.empty()) text += fmt::format(" <small>{}</small>", judge::markup(check.remark));
  if (!check.message.empty()) text += fmt::format("<pre>{}</pre>", judge::markup(check.message));
  return text + "</li>\n";
}

std::string answer_html(const GradedClass& graded, const GradedAnswer& answer) {
  const Score score = graded.score_of(answer);
  std::string text = fmt::format("<section><h2>{} <small>{}, {}</small></h2>\n", judge::markup(answer.lesson),
                                 judge::markup(word_for(answer)), text_of(score));
  const std::string note = note_on(answer, score);
  if (!note.empty()) text += fmt::format("<p class=\"note\">{}</p>\n", judge::markup(note));
  text += "<ul>\n";
  for (const ToldCheck& check : told_of(answer)) text += check_html(check);
  return text + "</ul></section>\n";
}

}  // namespace

std::string feedback_markdown(const GradedClass& graded, const std::string& student) {
  std::string text = fmt::format("# {}\n\n{} in all.\n\n", as_text(student), text_of(graded.score_of(student)));
  for (const GradedAnswer& answer : graded.answers_of(student)) text += answer_markdown(graded, answer);
  return text + fmt::format("Random inputs came from seed {0}; `./workbook check NN --seed {0}` takes it back.\n",
                            graded.seed);
}

std::string feedback_page(const GradedClass& graded, const std::string& student) {
  std::string body =
      fmt::format("<h1>{}</h1>\n<p class=\"sum\">{}</p>\n", judge::markup(student), text_of(graded.score_of(student)));
  for (const GradedAnswer& answer : graded.answers_of(student)) body += answer_html(graded, answer);
  body += fmt::format(
      "<footer>Random inputs came from seed {0}; <code>./workbook check NN --seed {0}</code> takes it back.</footer>\n",
      graded.seed);
  return page(student, body);
}

}  // namespace workbook
