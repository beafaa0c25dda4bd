// tools/interleave/runtime/records.cpp: see records.hpp.
#include "records.hpp"

#include "real.hpp"

#include <unistd.h>

#include <cerrno>
#include <charconv>

namespace interleave {
namespace {

void append_escaped(std::string_view text, std::string& target) {
  for (const char character : text) {
    switch (character) {
      case '\\':
        target += "\\\\";
        break;
      case '\t':
        target += "\\t";
        break;
      case '\n':
        target += "\\n";
        break;
      case '\r':
        target += "\\r";
        break;
      default:
        target += character;
    }
  }
}

std::string digits_of(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    text += kDigits[value / 16];
    text += kDigits[value % 16];
  }
  return text;
}

using WriteFunction = ssize_t (*)(int, const void*, std::size_t);

ssize_t real_write(int descriptor, const void* bytes, std::size_t size) {
  static const auto function = real<WriteFunction>("write");
  return function(descriptor, bytes, size);
}

std::string word_for(const MemoryAccess& access) {
  return std::string(access.atomic ? "atomic " : "") + (access.writes ? "write" : "read");
}

}  // namespace

std::string hexadecimal(std::uintptr_t address) {
  char digits[2 * sizeof address] = {};
  return "0x" + std::string(digits, std::to_chars(digits, digits + sizeof digits, address, 16).ptr);
}

std::string list_of(const CallStack& stack) {
  std::string text;
  for (const std::uintptr_t return_address : stack) {
    if (!text.empty()) text += ',';
    text += hexadecimal(return_address - 1);  // inside the call
  }
  return text;
}

void Records::write(std::string_view name, std::initializer_list<std::string> fields) {
  buffer_ += name;
  for (const std::string& field : fields) {
    buffer_ += '\t';
    append_escaped(field, buffer_);
  }
  buffer_ += '\n';
}

void Records::write_step(const DetailedStep& step) {
  const bool of_variable = !step.before.empty();
  write("step",
        {std::to_string(step.number), std::to_string(step.thread), std::string(name_of(step.operation.kind)),
         hexadecimal(step.operation.address), std::to_string(of_variable ? step.operation.size : 0),
         digits_of(step.before), digits_of(step.after), step.preempts ? "1" : "0", step.note, list_of(step.stack)});
}

void Records::write_race(const DetailedRace& race) {
  write("race", {hexadecimal(race.second.address), std::to_string(race.second.size), std::to_string(race.first.thread),
                 word_for(race.first), std::to_string(race.first_step), list_of(race.first_stack),
                 std::to_string(race.second.thread), word_for(race.second), std::to_string(race.second_step),
                 list_of(race.second_stack)});
}

void Records::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t written = real_write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno != EINTR) break;
    if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
}

}  // namespace interleave
