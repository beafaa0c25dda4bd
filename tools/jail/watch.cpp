// tools/jail/watch.cpp: see watch.hpp.
#include "jail/watch.hpp"

#include "jail/system_call.hpp"

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <utility>

namespace jail {

namespace {

using Json = nlohmann::json;

Json event_in(const std::string& line) {
  Json event = Json::parse(line, nullptr, false);
  return event.is_object() ? event : Json{{"event", "none"}};
}

}  // namespace

Watch::Watch() {
  int ends[2];
  checked(pipe2(ends, O_CLOEXEC), "pipe2");
  reader_ = ends[0];
  writer_ = ends[1];
}

Watch::~Watch() {
  close_writer();
  close(reader_);
}

std::vector<std::string> Watch::command(const std::vector<std::string>& prefix, const std::vector<std::string>& options,
                                        const std::vector<std::string>& program) {
  std::vector<std::string> words{prefix.front()};
  words.insert(words.end(), options.begin(), options.end());
  words.insert(words.end(), prefix.begin() + 1, prefix.end());
  words.insert(words.end(), {"--report", std::to_string(kReportDescriptor), "--"});
  words.insert(words.end(), program.begin(), program.end());
  return words;
}

void Watch::close_writer() {
  if (writer_ >= 0) close(std::exchange(writer_, -1));
}

Started Watch::wait_for_start() {
  const Json event = event_in(next_line());
  if (event["event"] == "fault") throw std::runtime_error("jail: " + event.value("reason", ""));
  if (event["event"] != "started") throw std::runtime_error("jail: it ended before it could say anything");
  return {rung_named(event.at("rung")).value_or(Rung::limits), event.at("uid"), event.at("process"),
          event.at("parent")};
}

std::string Watch::fault() {
  close_writer();
  Json event = event_in(next_line());
  if (event["event"] == "started") event = event_in(next_line());
  if (event["event"] == "ended") return "";
  return "jail: " + event.value("reason", "it ended before it could clear away");
}

// Without its end; empty where no more come.
std::string Watch::next_line() {
  std::size_t end = 0;
  while ((end = read_so_far_.find('\n')) == std::string::npos) {
    std::array<char, 4096> bytes{};
    const ssize_t size = read(reader_, bytes.data(), bytes.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return "";
    read_so_far_.append(bytes.data(), static_cast<std::size_t>(size));
  }
  std::string line = read_so_far_.substr(0, end);
  read_so_far_.erase(0, end + 1);
  return line;
}

}  // namespace jail
