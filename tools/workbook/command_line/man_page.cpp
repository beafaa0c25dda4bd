// tools/workbook/command_line/man_page.cpp: see man_page.hpp. Source of the language: groff_man(7).
#include "command_line/man_page.hpp"

#include <fmt/core.h>

#include <sstream>

namespace workbook {

namespace {

// One line of text, with nothing in it that roff takes for a request.
std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '\\') {
      result += "\\e";
    } else if (c == '-') {
      result += "\\-";
    } else {
      result += c;
    }
  }
  return result.starts_with('.') || result.starts_with('\'') ? "\\&" + result : result;
}

// Every command has it: the page says so once.
bool is_help(const OptionDescription& option) { return option.names == "-h,--help"; }

std::string word_for_value(Value value) { return value == Value::number ? "number" : "text"; }

std::string option_text(const OptionDescription& option) {
  std::string heading = option.is_positional() ? fmt::format("\\fI{}\\fR", escaped(option.names))
                                               : fmt::format("\\fB{}\\fR", escaped(option.names));
  if (!option.is_positional() && option.value != Value::none) {
    heading += fmt::format(" \\fI{}\\fR", word_for_value(option.value));
  }
  return fmt::format(".TP\n{}\n{}\n", heading, escaped(option.help));
}

// As it is written, line by line.
std::string lines_as_they_are(const std::string& text) {
  std::istringstream lines(text);
  std::string result = ".PP\n.nf\n";
  for (std::string line; std::getline(lines, line);) result += escaped(line) + '\n';
  return result + ".fi\n";
}

std::string synopsis_of(const CommandDescription& command) {
  std::string text = fmt::format("\\fB{}\\fR", escaped(command.name));
  bool has_options = false;
  for (const OptionDescription& option : command.options) {
    if (option.is_positional()) {
      const std::string name = fmt::format("\\fI{}\\fR", escaped(option.names));
      text += option.required ? " " + name : " [" + name + "]";
    }
    has_options = has_options || !(option.is_positional() || is_help(option));
  }
  return text + (has_options ? " [options]" : "");
}

std::string command_text(const CommandDescription& command) {
  std::string text = fmt::format(".TP\n{}\n{}\n.RS\n", synopsis_of(command), escaped(command.help));
  for (const OptionDescription& option : command.options) {
    if (!is_help(option)) text += option_text(option);
  }
  return text + lines_as_they_are(command.footer) + ".RE\n";
}

}  // namespace

std::string man_page(const Description& description) {
  std::string text = ".TH WORKBOOK 1\n.SH NAME\nworkbook \\- threads and processes, learned by doing\n.SH SYNOPSIS\n";
  text += fmt::format("\\fB{}\\fR \\fIcommand\\fR [options]\n.SH DESCRIPTION\n{}\n", escaped(description.program),
                      escaped(description.help));
  text += ".PP\nEach command tells more of itself with \\fB\\-\\-help\\fR.\n.SH COMMANDS\n";
  std::string group;
  for (const CommandDescription& command : description.commands) {
    if (command.group != group) text += fmt::format(".SS {}\n", escaped(command.group));
    group = command.group;
    text += command_text(command);
  }
  text +=
      ".SH FILES\n.TP\n\\fIwork/NN_topic/exercise.hpp\\fR\nyour answer\n.TP\n\\fI.workbook/\\fR\nthe command's own "
      "notes\n";
  return text + ".SH SEE ALSO\nREADME.md, in the checkout\n";
}

}  // namespace workbook
