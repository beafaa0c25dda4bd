// tools/interleave/runtime/request.cpp: see request.hpp.
#include "request.hpp"

#include <charconv>
#include <cstdlib>

namespace interleave {
namespace {

template <class Number>
bool read(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool read(std::string_view text, bool& flag) {
  flag = text == "1";
  return text == "0" || text == "1";
}

bool read(std::string_view text, Search& search) {
  search = text == "auto"         ? Search::automatic
           : text == "exhaustive" ? Search::exhaustive
           : text == "bounded"    ? Search::bounded
           : text == "random"     ? Search::random
                                  : Search::priorities;
  return search != Search::priorities || text == "pct";
}

bool read(std::string_view text, SwitchBy& by) {
  by = text == "fibers" ? SwitchBy::fibers : text == "fork" ? SwitchBy::fork : SwitchBy::baton;
  return by != SwitchBy::baton || text == "baton";
}

// What there is room for. The command refuses more before.
bool fits(int steps) { return steps >= 1 && steps <= static_cast<int>(Recording::kMostSteps); }

bool take(std::string_view name, std::string_view value, Request& request) {
  if (name == "descriptor") return read(value, request.descriptor);
  if (name == "search") return read(value, request.search);
  if (name == "bound") return read(value, request.bound);
  if (name == "seed") return read(value, request.seed);
  if (name == "time") return read(value, request.seconds);
  if (name == "executions") return read(value, request.executions);
  if (name == "switch") return read(value, request.switch_by);
  if (name == "continue") return read(value, request.goes_on);
  if (name == "traces") return read(value, request.counts_traces);
  if (name == "steps") return read(value, request.rules.most_steps) && fits(request.rules.most_steps);
  if (name == "spurious") return read(value, request.rules.spurious);
  if (name == "timeouts") return read(value, request.rules.timeouts);
  if (name == "refusals") return read(value, request.rules.refusals);
  if (name == "replay") request.replay = std::string(value);
  return name == "replay";
}

}  // namespace

std::optional<Request> parse_request(std::string_view text) {
  Request request;
  while (!text.empty()) {
    // The last word, and the only one that a person writes, blanks and all.
    const bool is_replay = text.starts_with("replay=");
    const std::size_t end = is_replay ? text.size() : std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos || !take(word.substr(0, equals), word.substr(equals + 1), request)) {
      return std::nullopt;
    }
  }
  return request;
}

}  // namespace interleave
