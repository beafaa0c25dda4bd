// tools/interleave/report/names.cpp: see names.hpp.
#include "interleave/report/names.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

namespace interleave {

namespace {

struct KindOfUse {
  std::string_view operation;
  std::string_view object;
};

// By the first operation on it. What is not listed is a variable.
constexpr std::array kKinds{
    KindOfUse{"lock", "mutex"},
    KindOfUse{"try lock", "mutex"},
    KindOfUse{"timed lock", "mutex"},
    KindOfUse{"unlock", "mutex"},
    KindOfUse{"lock shared", "mutex"},
    KindOfUse{"try lock shared", "mutex"},
    KindOfUse{"unlock shared", "mutex"},
    KindOfUse{"wait", "condition"},
    KindOfUse{"wake", "condition"},
    KindOfUse{"notify_one", "condition"},
    KindOfUse{"notify_all", "condition"},
    KindOfUse{"acquire", "semaphore"},
    KindOfUse{"try acquire", "semaphore"},
    KindOfUse{"release", "semaphore"},
    KindOfUse{"arrive", "latch"},
    KindOfUse{"barrier wait", "barrier"},
    KindOfUse{"once", "once_flag"},
    KindOfUse{"once end", "once_flag"},
};

std::string kind_of_object(const std::string& operation) {
  const auto found = std::ranges::find(kKinds, operation, &KindOfUse::operation);
  return found == kKinds.end() ? "variable" : std::string(found->object);
}

// These name an object by their thread, not by what lies at an address.
bool has_no_object(const std::string& operation) {
  constexpr std::array<std::string_view, 11> kWithout{"start", "exit",  "create", "join",         "detach", "fence",
                                                      "yield", "sleep", "print",  "process exit", "free"};
  return std::ranges::find(kWithout, operation) != kWithout.end();
}

std::set<std::string> set_of(const std::vector<std::string>& names) { return {names.begin(), names.end()}; }

void keep_common(std::set<std::string>& kept, const std::set<std::string>& others) {
  std::erase_if(kept, [&](const std::string& name) { return !others.contains(name); });
}

}  // namespace

bool changes_memory(const std::string& operation) {
  return operation == "write" || operation == "atomic write" || operation == "atomic update";
}

bool HiddenFolders::hide(const std::string& file) const {
  return std::ranges::any_of(prefixes, [&](const std::string& prefix) { return file.starts_with(prefix); });
}

HiddenFolders hidden_folders(const std::string& own) {
  return {{"/usr/include/", "/usr/lib/", "/usr/local/include/", "/usr/src/", own + "/"}};
}

Place place_of(const Stack& stack, const Symbols& symbols, const HiddenFolders& hidden) {
  for (const std::uint64_t address : stack) {
    for (const Place& place : symbols.places(address)) {
      if (place.known() && !hidden.hide(place.file)) return place;
    }
  }
  return {};
}

Names::Names(const Report& report, const Symbols& symbols, const Sources& sources, const HiddenFolders& hidden)
    : symbols_(symbols), sources_(sources) {
  add_watched(report);
  const auto note = [&](std::uint64_t address, const std::string& operation, const Stack& stack, int size) {
    note_use(address, operation, place_of(stack, symbols, hidden), size);
  };
  // Where a started thread uses it, its lines name it best: main's may make it, or have had another variable there
  // before.
  for (const Step& step : report.steps) {
    if (step.thread != 0) note(step.address, step.operation, step.stack, step.size);
  }
  const std::set<std::uint64_t> named = addresses_narrowed();
  for (const Step& step : report.steps) {
    if (step.thread == 0 && !named.contains(step.address)) note(step.address, step.operation, step.stack, step.size);
  }
  for (const Waiting& waiting : report.waiting) note(waiting.address, waiting.operation, waiting.stack, 0);
  for (const Race& race : report.races) {
    note(race.address, race.first.operation, race.first.stack, race.size);
    note(race.address, race.second.operation, race.second.stack, race.size);
  }
  for (const Warning& warning : report.warnings) {
    note(warning.first_address, "lock", warning.first, 0);
    note(warning.second_address, "lock", warning.second, 0);
  }
  for (const LostNotification& lost : report.lost_notifications) note(lost.address, "notify_one", {}, 0);
  settle();
}

void Names::add_watched(const Report& report) {
  for (const Watched& watched : report.watched) {
    known_[watched.address] = {watched.name, type_named(watched.type, watched.size)};
    taken_.insert(watched.name);
  }
}

void Names::note_use(std::uint64_t address, const std::string& operation, const Place& place, int size) {
  if (address == 0 || has_no_object(operation) || known_.contains(address)) return;
  if (std::optional<Variable> variable = symbols_.variable(address)) {
    taken_.insert(variable->name);
    known_[address] = std::move(*variable);
    return;
  }
  const auto [entry, fresh] = uses_.try_emplace(address);
  if (fresh) {
    entry->second.kind = kind_of_object(operation);
    order_.push_back(address);
  }
  entry->second.size = std::max(entry->second.size, size);
  narrow(entry->second, operation, sources_.statement(place.file, place.line));
}

void Names::narrow(Uses& uses, const std::string& operation, const std::string& code) {
  std::set<std::string> names;
  if (uses.kind == "variable") {
    names = set_of(object_names(code));
    const std::string assigned = assigned_name(code);
    if (changes_memory(operation) && names.contains(assigned)) names = {assigned};
  } else {
    names = set_of(guarded_objects(code));
    // `lock.unlock()` names the lock; only the line that made it names the mutex.
    if (!names.empty() && !std::exchange(uses.guarded, true)) uses.narrowed = false;
    if (names.empty() && !uses.guarded) names = set_of(called_objects(code));
  }
  if (names.empty()) return;  // "}" where a lock goes out of scope
  if (uses.narrowed) {
    keep_common(uses.candidates, names);
  } else {
    uses.candidates = names;
    uses.narrowed = true;
  }
}

std::set<std::uint64_t> Names::addresses_narrowed() const {
  std::set<std::uint64_t> addresses;
  for (const auto& [address, uses] : uses_) {
    if (uses.narrowed) addresses.insert(address);
  }
  return addresses;
}

void Names::settle() {
  for (const std::uint64_t address : order_) name_object(address, uses_[address]);
}

void Names::name_object(std::uint64_t address, const Uses& uses) {
  std::vector<std::pair<std::string, std::optional<Type>>> fitting;
  for (const std::string& name : uses.candidates) {
    if (taken_.contains(name)) continue;
    const std::size_t last_member = name.find_last_of(".>");
    const std::string own = last_member == std::string::npos ? name : name.substr(last_member + 1);
    fitting.emplace_back(name, uses.kind == "variable" ? symbols_.type_of_local(own, uses.size) : std::nullopt);
  }
  // What is no local variable or member of that size is a function, or hides what is really used.
  if (uses.kind == "variable") std::erase_if(fitting, [](const auto& candidate) { return !candidate.second; });
  if (fitting.size() == 1) {
    const auto& [name, type] = fitting.front();
    known_[address] = {name, type.value_or(Type{})};
    taken_.insert(name);
    return;
  }
  known_[address] = {fmt::format("{} {}", uses.kind, ++counts_[uses.kind]), Type{}};
}

std::string Names::name(std::uint64_t address) const {
  const auto found = known_.find(address);
  return found == known_.end() ? "" : found->second.name;
}

std::string Names::value(std::uint64_t address, const std::string& bytes) const {
  const auto found = known_.find(address);
  return shown(found == known_.end() ? Type{} : found->second.type, bytes);
}

}  // namespace interleave
