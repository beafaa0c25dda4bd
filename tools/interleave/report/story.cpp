// tools/interleave/report/story.cpp: see story.hpp.
#include "interleave/report/story.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <utility>

namespace interleave {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, std::string_view>, 38> kVerbs{
    {{"start", "starts"},
     {"exit", "ends"},
     {"create", "creates"},
     {"join", "joins"},
     {"detach", "detaches"},
     {"read", "reads"},
     {"write", "writes"},
     {"atomic read", "reads"},
     {"atomic write", "writes"},
     {"atomic update", "updates"},
     {"fence", "passes a fence"},
     {"lock", "locks"},
     {"try lock", "tries to lock"},
     {"timed lock", "locks, with a time limit,"},
     {"unlock", "unlocks"},
     {"lock shared", "locks, shared,"},
     {"try lock shared", "tries to lock, shared,"},
     {"unlock shared", "unlocks, shared,"},
     {"wait", "waits for"},
     {"wake", "is woken from"},
     {"notify_one", "notifies one of"},
     {"notify_all", "notifies all of"},
     {"acquire", "acquires"},
     {"try acquire", "tries to acquire"},
     {"release", "releases"},
     {"arrive", "arrives at"},
     {"barrier wait", "waits at"},
     {"once", "enters"},
     {"once end", "leaves"},
     {"futex wait", "waits for a change of"},
     {"futex wake", "wakes those that wait for"},
     {"yield", "yields"},
     {"sleep", "sleeps"},
     {"free", "gives back memory"},
     {"print", "prints"},
     {"process exit", "ends the program"},
     {"destroy", "destroys"},
     {"reacquire", "locks again"}}};

// Everything that turns addresses into words, for the length of one tell().
class Teller {
 public:
  Teller(const Report& report, const Symbols& symbols, const Sources& sources, const HiddenFolders& hidden)
      : symbols_(symbols),
        sources_(sources),
        hidden_(hidden),
        names_(std::make_shared<Names>(report, symbols, sources, hidden)) {
    story_.report = report;
    story_.names = [names = names_](std::uint64_t address) { return names->name(address); };
  }

  Story tell() {
    const Report& report = story_.report;
    for (const Step& step : report.steps) story_.moments.push_back(moment(step));
    for (const Waiting& waiting : report.waiting) story_.stops.push_back(stop(waiting));
    for (const Race& race : report.races) {
      story_.conflicts.push_back({race.address, names_->name(race.address), side(race.first), side(race.second)});
    }
    name_threads();
    return std::move(story_);
  }

 private:
  Place place(const Stack& stack) const { return place_of(stack, symbols_, hidden_); }
  std::string source(const Place& place) const { return sources_.statement(place.file, place.line); }

  Moment moment(const Step& step) const {
    Moment moment;
    moment.number = step.number;
    moment.thread = step.thread;
    moment.operation = step.operation;
    moment.address = step.address;
    moment.variable = names_->name(step.address);
    moment.named = names_->is_named(step.address);
    moment.before = names_->value(step.address, step.before);
    moment.after = names_->value(step.address, step.after);
    moment.preempts = step.preempts;
    moment.note = step.note;
    moment.place = place(step.stack);
    moment.source = source(moment.place);
    return moment;
  }

  Stop stop(const Waiting& waiting) const {
    Stop stop;
    stop.thread = waiting.thread;
    stop.operation = waiting.operation;
    stop.address = waiting.address;
    stop.object = names_->name(waiting.address);
    stop.holder = waiting.holder;
    stop.place = place(waiting.stack);
    stop.source = source(stop.place);
    // The holder's last lock of it is the one that it still has.
    for (const Moment& moment : story_.moments) {
      if (moment.thread != waiting.holder || moment.address != waiting.address) continue;
      if (moment.operation.find("lock") == std::string::npos || moment.operation.starts_with("unlock")) continue;
      stop.held_since = moment.place;
      stop.held_since_step = moment.number;
    }
    return stop;
  }

  Side side(const Access& access) const {
    Side side;
    side.thread = access.thread;
    side.operation = access.operation;
    side.step = access.step;
    side.place = place(access.stack);
    side.source = source(side.place);
    for (const std::uint64_t address : access.stack) {
      for (const Place& call : symbols_.places(address)) {
        if (call.known() && !hidden_.hide(call.file)) side.calls.push_back(call);
      }
    }
    return side;
  }

  void name_threads() {
    for (const ThreadInfo& thread : story_.report.threads) {
      const std::vector<Place> places = symbols_.places(thread.function);
      const auto index = static_cast<std::size_t>(std::max(thread.id, 0));
      if (index >= story_.report.threads.size()) continue;
      if (story_.thread_names.size() <= index) story_.thread_names.resize(index + 1);
      const bool ours = !places.empty() && !hidden_.hide(places.back().file);
      story_.thread_names[index] = thread.id == 0 ? "main" : (ours ? places.back().function : "");
    }
  }

  const Symbols& symbols_;
  const Sources& sources_;
  const HiddenFolders& hidden_;
  std::shared_ptr<const Names> names_;
  Story story_;
};

std::string from_here(const std::string& file) {
  std::error_code ignored;
  const std::string near = fs::proximate(file, ignored).string();
  return near.empty() || near.starts_with("..") ? file : near;
}

}  // namespace

std::string verb(const std::string& operation) {
  const auto found = std::ranges::find(kVerbs, operation, &std::pair<std::string_view, std::string_view>::first);
  return found == kVerbs.end() ? operation : std::string(found->second);
}

std::string Moment::told() const {
  std::string text = verb(operation);
  if (operation == "free" && named) text = "gives back the memory of";
  const bool unnamed_memory = operation == "free" && !named;
  if (!variable.empty() && !unnamed_memory) text += " " + variable;
  const bool reads_only = operation == "read" || operation == "atomic read";
  if (reads_only && !before.empty()) {
    text += " = " + before;
  } else if (!before.empty() && !after.empty() && (before != after || changes_memory(operation))) {
    text += ": " + before + " -> " + after;
  }
  if (!note.empty()) text += (operation == note ? "" : ", " + note);
  return text;
}

Story tell(const Report& report, const Symbols& symbols, const Sources& sources, const HiddenFolders& hidden) {
  return Teller(report, symbols, sources, hidden).tell();
}

std::string shown(const Place& place) {
  if (!place.known()) return "a place that the debug information does not know";
  std::string text = fmt::format("{}:{}", from_here(place.file), place.line);
  if (!place.function.empty()) text += ", " + place.function;
  return text;
}

std::string thread_name(int thread) { return fmt::format("T{}", thread); }

int other_thread(const Story& story, const Moment& moment) {
  if (moment.address == 0 || (moment.operation != "create" && moment.operation != "join")) return -1;
  // Threads are numbered in the order of their creation.
  int thread = 0;
  for (const Moment& earlier : story.moments) {
    if (earlier.operation != "create") continue;
    ++thread;
    if (earlier.address == moment.address) return thread;
  }
  return -1;
}

}  // namespace interleave
