// tools/workbook/command_line/completion.cpp: see completion.hpp. Sources: "Programmable Completion" in bash(1),
// bashcompinit in zshcompsys(1), complete in fish's manual.
#include "command_line/completion.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <sstream>

namespace workbook {

namespace {

constexpr const char* kLesson = "lesson";

// "-h,--help" in two.
std::vector<std::string> names_of(const OptionDescription& option) {
  std::vector<std::string> names;
  std::istringstream words(option.names);
  for (std::string name; std::getline(words, name, ',');) names.push_back(name);
  return names;
}

using Wanted = bool (*)(const OptionDescription&);

// The names of those options, with blanks between.
std::string names_of(const CommandDescription& command, Wanted wanted) {
  std::vector<std::string> names;
  for (const OptionDescription& option : command.options) {
    if (option.is_positional() || !wanted(option)) continue;
    for (const std::string& name : names_of(option)) names.push_back(name);
  }
  return fmt::format("{}", fmt::join(names, " "));
}

bool takes_lesson(const CommandDescription& command) {
  return std::ranges::any_of(command.options, [](const OptionDescription& each) { return each.names == kLesson; });
}

std::string command_names(const Description& description) {
  std::vector<std::string> names;
  for (const CommandDescription& command : description.commands) names.push_back(command.name);
  return fmt::format("{}", fmt::join(names, " "));
}

// What the script knows of one command.
std::string bash_case(const CommandDescription& command) {
  return fmt::format("    {})\n      options='{}'\n      texts='{}'\n      numbers='{}'\n      lesson={}\n      ;;\n",
                     command.name, names_of(command, [](const OptionDescription&) { return true; }),
                     names_of(command, [](const OptionDescription& each) { return each.value == Value::text; }),
                     names_of(command, [](const OptionDescription& each) { return each.value == Value::number; }),
                     takes_lesson(command) ? "wanted" : "");
}

// Behind what is common to all commands stand the cases, then this.
constexpr const char* kBashEnd = R"bash(  esac
  # After an option that takes a value: a file's name may be one, a number can't be guessed.
  local before=${COMP_WORDS[COMP_CWORD-1]}
  [[ " $texts " != *" $before "* ]] || return 0
  if [[ " $numbers " == *" $before "* ]]; then compopt +o default 2>/dev/null || true; return 0; fi
  # A lesson is named once.
  local i
  for ((i = 2; i < COMP_CWORD; ++i)); do
    if [[ " $texts $numbers " == *" ${COMP_WORDS[i]} "* ]]; then ((++i)); continue; fi
    [[ ${COMP_WORDS[i]} == -* ]] || lesson=''
  done
  local words=''
  if [[ $word == -* ]]; then words=$options
  elif [[ -n $lesson ]]; then
    local checkout
    checkout=$(dirname -- "$(readlink -f -- "$(command -v -- "${COMP_WORDS[0]/#\~/$HOME}")")")
    words=$(cd -- "$checkout/lessons" 2>/dev/null && echo [0-9][0-9]_*)
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _workbook workbook
)bash";

std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("\\'") : std::string(1, c);
  return result + "'";
}

std::string fish_option(const CommandDescription& command, const OptionDescription& option) {
  std::string text = fmt::format("complete -c workbook -n '__fish_seen_subcommand_from {}'", command.name);
  for (const std::string& name : names_of(option)) {
    text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  }
  if (option.value == Value::number) text += " -x";
  if (option.value == Value::text) text += " -r -F";
  return text + fmt::format(" -d {}\n", quoted(option.help));
}

}  // namespace

std::string bash_completion(const Description& description) {
  std::string script = fmt::format(
      "# In ~/.bashrc: source <(/path/to/workbook completion bash)\n"
      "_workbook() {{\n"
      "  local word=${{COMP_WORDS[COMP_CWORD]}} options='' texts='' numbers='' lesson=''\n"
      "  COMPREPLY=()\n"
      "  if [[ $COMP_CWORD -eq 1 ]]; then COMPREPLY=($(compgen -W '{} --help' -- \"$word\")); return 0; fi\n"
      "  case ${{COMP_WORDS[1]}} in\n",
      command_names(description));
  for (const CommandDescription& command : description.commands) script += bash_case(command);
  return script + kBashEnd;
}

std::string zsh_completion(const Description& description) {
  return "# In ~/.zshrc: source <(/path/to/workbook completion zsh)\n"
         "autoload -Uz compinit bashcompinit\n"
         "(( $+functions[compdef] )) || compinit\n"
         "bashcompinit\n" +
         bash_completion(description);
}

std::string fish_completion(const Description& description) {
  std::string script =
      "# In ~/.config/fish/config.fish: /path/to/workbook completion fish | source\n"
      "function __workbook_lessons\n"
      "  set -l words (commandline -opc)\n"
      "  set -l checkout (dirname -- (readlink -f -- (command -v -- $words[1])))\n"
      "  ls $checkout/lessons | string match -r '^\\d\\d_.*'\n"
      "end\n"
      "complete -c workbook -f\n";
  for (const CommandDescription& command : description.commands) {
    script +=
        fmt::format("complete -c workbook -n __fish_use_subcommand -a {} -d {}\n", command.name, quoted(command.help));
    if (takes_lesson(command)) {
      script += fmt::format("complete -c workbook -n '__fish_seen_subcommand_from {}' -a '(__workbook_lessons)'\n",
                            command.name);
    }
    for (const OptionDescription& option : command.options) {
      if (!option.is_positional()) script += fish_option(command, option);
    }
  }
  return script;
}

}  // namespace workbook
