// tools/judge/protocol.cpp: messages to bytes and back.
#include "judge/protocol.hpp"

#include <array>
#include <charconv>

namespace judge {

namespace {

template <class Number>
std::string to_text(Number value) {
  std::array<char, 64> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), end};
}

template <class Number>
Number from_text(std::string_view name, std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw ProtocolError("'" + std::string(name) + "' is '" + std::string(text) + "', which is no number");
  }
  return value;
}

template <class Number>
std::string join(const std::vector<Number>& values) {
  std::string text;
  for (const Number value : values) text += (text.empty() ? "" : " ") + to_text(value);
  return text;
}

template <class Number>
std::vector<Number> split(std::string_view name, std::string_view text) {
  std::vector<Number> values;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    values.push_back(from_text<Number>(name, text.substr(0, blank)));
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return values;
}

// A value may hold any bytes; line ends and backslashes travel in disguise.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\n') {
      result += "\\n";
    } else if (c == '\\') {
      result += "\\\\";
    } else {
      result += c;
    }
  }
  return result;
}

std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      ++i;
      result += text[i] == 'n' ? '\n' : text[i];
    } else {
      result += text[i];
    }
  }
  return result;
}

std::string_view take_line(std::string_view& bytes) {
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos) throw ProtocolError("a line has no end");
  const std::string_view line = bytes.substr(0, end);
  bytes.remove_prefix(end + 1);
  return line;
}

}  // namespace

void Facts::set(std::string_view name, std::string_view text) { values_[std::string(name)] = text; }
void Facts::set(std::string_view name, double value) { set(name, to_text(value)); }
void Facts::set(std::string_view name, std::int64_t value) { set(name, to_text(value)); }
void Facts::set(std::string_view name, const std::vector<std::int64_t>& values) { set(name, join(values)); }
void Facts::set(std::string_view name, const std::vector<double>& values) { set(name, join(values)); }

bool Facts::has(std::string_view name) const { return values_.contains(name); }

const std::string& Facts::text(std::string_view name) const {
  const auto found = values_.find(name);
  if (found == values_.end()) throw ProtocolError("'" + std::string(name) + "' is missing");
  return found->second;
}

double Facts::number(std::string_view name) const { return from_text<double>(name, text(name)); }
std::int64_t Facts::whole(std::string_view name) const { return from_text<std::int64_t>(name, text(name)); }
std::vector<std::int64_t> Facts::wholes(std::string_view name) const { return split<std::int64_t>(name, text(name)); }
std::vector<double> Facts::numbers(std::string_view name) const { return split<double>(name, text(name)); }

std::string encode(const Message& message) {
  std::string bytes = message.nonce + '\n' + message.scenario + '\n';
  for (const auto& [name, value] : message.facts.all()) bytes += name + ' ' + escaped(value) + '\n';
  return bytes;
}

Message decode(std::string_view bytes) {
  Message message;
  message.nonce = take_line(bytes);
  message.scenario = take_line(bytes);
  while (!bytes.empty()) {
    const std::string_view line = take_line(bytes);
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos) throw ProtocolError("a line has no value");
    message.facts.set(line.substr(0, blank), unescaped(line.substr(blank + 1)));
  }
  return message;
}

}  // namespace judge
