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

bool is_access(const std::string& operation) { return kind_of_object(operation) == "variable"; }

std::set<std::string> variables_in(const std::string& operation, const std::string& code) {
  std::set<std::string> names = set_of(object_names(code));
  const std::string assigned = assigned_name(code);
  if (changes_memory(operation) && names.contains(assigned)) names = {assigned};
  return names;
}

std::string first_word(const std::string& name) { return name.substr(0, name.find_first_of(".[-")); }

// What a line may mean by its text, where that is sure; else nothing. A line that waits gives a mutex back and takes it
// again, and does not name it; `lock.unlock()` names the lock, and may mean a member of that name.
std::set<std::string> names_in(const std::string& operation, const std::string& code) {
  const std::string kind = kind_of_object(operation);
  if (kind == "variable") return variables_in(operation, code);
  if (kind == "mutex") return set_of(guarded_objects(code));
  return set_of(called_objects(code));
}

// More bytes than any part of a container that is shown has: its bytes mean nothing to a reader.
const Type kNoValue{Type::Kind::unknown, 1 << 20, ""};

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
    : symbols_(symbols), sources_(sources), hidden_(hidden) {
  add_watched(report);
  note_all(report);
  settle();
}

void Names::note_all(const Report& report) {
  // Where a started thread uses it, its lines name it best: main's may make it, or have had another variable there
  // before.
  for (const Step& step : report.steps) {
    if (step.thread != 0) note_use(step.address, step.operation, step.stack, step.size, step.thread);
  }
  const std::set<std::uint64_t> named = addresses_narrowed();
  for (const Step& step : report.steps) {
    const bool better_known = step.thread != 0 || named.contains(step.address);
    if (!better_known) note_use(step.address, step.operation, step.stack, step.size, 0);
  }
  for (const Waiting& waiting : report.waiting) {
    note_use(waiting.address, waiting.operation, waiting.stack, 0, waiting.thread);
  }
  for (const Race& race : report.races) {
    for (const Access* access : {&race.first, &race.second}) {
      note_use(race.address, access->operation, access->stack, race.size, access->thread);
    }
  }
  for (const Warning& warning : report.warnings) {
    note_use(warning.first_address, "lock", warning.first, 0, 0);
    note_use(warning.second_address, "lock", warning.second, 0, 0);
  }
  for (const LostNotification& lost : report.lost_notifications)
    note_use(lost.address, "notify_one", {}, 0, lost.thread);
}

void Names::add_watched(const Report& report) {
  for (const Watched& watched : report.watched) {
    known_[watched.address] = {watched.name, type_named(watched.type, watched.size)};
    taken_.insert(watched.name);
  }
}

Names::Line Names::line_of(const Stack& stack) const {
  Line line;
  for (const std::uint64_t address : stack) {
    for (const Place& place : symbols_.places(address)) {
      if (place.known() && !hidden_.hide(place.file)) return {address, place, line.by_the_library};
    }
    line.by_the_library = true;
  }
  return line;
}

void Names::note_use(std::uint64_t address, const std::string& operation, const Stack& stack, int size, int thread) {
  if (address == 0 || has_no_object(operation) || known_.contains(address)) return;
  if (std::optional<Variable> variable = symbols_.variable(address)) {
    taken_.insert(variable->name);
    // Its own pointers and counts mean nothing to a reader.
    if (symbols_.element_of(variable->name)) variable->type = kNoValue;
    known_[address] = std::move(*variable);
    return;
  }
  const auto [entry, fresh] = uses_.try_emplace(address);
  Uses& uses = entry->second;
  if (fresh) {
    uses.kind = kind_of_object(operation);
    order_.push_back(address);
  }
  uses.size = std::max(uses.size, size);
  const Line line = line_of(stack);
  const std::string code = sources_.statement(line.place.file, line.place.line);
  narrow(uses, operation, code);
  Use use{
      address, thread, is_access(operation) ? size : 0, false, names_in(operation, code), symbols_.layouts(line.code)};
  use.assigns = !line.by_the_library && operation == "write" && use.names.contains(assigned_name(code));
  // A function's name, or a type's, stands for nothing that has an address.
  std::erase_if(use.names, [&](const std::string& name) { return !symbols_.has_variable(first_word(name)); });
  if (uses.kind == "variable") narrow_containers(uses, use, line);
  if (thread != 0) {
    for (const auto& layout : use.layouts) uses.layouts.insert(layout.get());
  }
  lines_.push_back(std::move(use));
}

void Names::narrow(Uses& uses, const std::string& operation, const std::string& code) {
  std::set<std::string> names;
  if (uses.kind == "variable") {
    names = variables_in(operation, code);
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

// What a container has in memory of its own is reached by lines that name it. A line may name other things, too: those
// that lie in the function's own frame are not meant, and any other makes it doubtful.
void Names::narrow_containers(Uses& uses, const Use& use, const Line& line) const {
  std::set<std::string> containers;
  for (const std::string& name : use.names) {
    const std::string object = name.substr(0, name.find('['));
    const bool element = object.size() < name.size() && name.back() == ']';
    if (!line.by_the_library && !element) continue;
    if (symbols_.element_of(object)) {
      containers.insert(object);
      uses.element = uses.element || !line.by_the_library;
    } else if (!use.is_value_of_own(name)) {
      containers.insert(name);
    }
  }
  if (use.names.empty()) return;
  if (uses.reached) {
    keep_common(uses.containers, containers);
  } else {
    uses.containers = containers;
    uses.reached = true;
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
  const Objects objects(lines_);
  for (const std::uint64_t address : order_) {
    const Uses& uses = uses_[address];
    if (name_by_object(address, uses, objects) || name_by_lines(address, uses) || name_by_container(address, uses)) {
      continue;
    }
    known_[address] = {fmt::format("{} {}", uses.kind, ++counts_[uses.kind]), Type{}};
    unnamed_.insert(address);
  }
  number_parts();
}

// One name is for one object; the second one of it is "another".
bool Names::give(std::uint64_t address, const std::string& name, const Type& type) {
  for (const std::string& given : {name, "another " + name}) {
    if (!taken_.insert(given).second) continue;
    known_[address] = {given, type};
    return true;
  }
  return false;
}

bool Names::name_by_object(std::uint64_t address, const Uses& uses, const Objects& objects) {
  std::vector<Objects::Found> all = objects.at(address);
  // Where started threads use it, main may have had something else there before.
  const auto foreign = [&](const Objects::Found& found) { return !uses.layouts.contains(found.layout); };
  if (!std::ranges::all_of(all, foreign)) std::erase_if(all, foreign);
  // As the functions of its class call it; where there are several of that class, as the function that has it.
  const bool one_of_many = std::ranges::any_of(all, [](const auto& found) { return !found.only_one; });
  const bool in_frame = std::ranges::any_of(all, [](const auto& found) { return found.layout->is_frame; });
  if (in_frame && all.size() > 1) {
    std::erase_if(all, [&](const auto& found) { return found.layout->is_frame != one_of_many; });
  }
  if (all.size() != 1) return false;
  const Objects::Found& found = all.front();
  if (uses.kind == "variable" && !found.field->has_value()) {
    known_[address] = {found.field->name, kNoValue};  // a container, whichever of its members it is
    return true;
  }
  return found.whole && give(address, found.field->name, found.field->type);
}

bool Names::name_by_lines(std::uint64_t address, const Uses& uses) {
  std::vector<std::pair<std::string, std::optional<Type>>> fitting;
  for (const std::string& name : uses.candidates) {
    const std::size_t last_member = name.find_last_of(".>");
    const std::string own = last_member == std::string::npos ? name : name.substr(last_member + 1);
    fitting.emplace_back(name, uses.kind == "variable" ? symbols_.type_of_local(own, uses.size) : std::nullopt);
  }
  // What is no local variable or member of that size is a function, or hides what is really used.
  if (uses.kind == "variable") std::erase_if(fitting, [](const auto& candidate) { return !candidate.second; });
  const bool several = fitting.size() > 1;
  if (several) std::erase_if(fitting, [&](const auto& candidate) { return taken_.contains(candidate.first); });
  if (fitting.size() != 1) return false;
  return give(address, fitting.front().first, fitting.front().second.value_or(Type{}));
}

bool Names::name_by_container(std::uint64_t address, const Uses& uses) {
  if (uses.containers.size() != 1 || !symbols_.element_of(*uses.containers.begin())) return false;
  const std::string& container = *uses.containers.begin();
  if (uses.element) return give(address, "an element of " + container, *symbols_.element_of(container));
  parts_[container].push_back(address);
  return true;
}

void Names::number_parts() {
  for (const auto& [whole, addresses] : parts_) {
    for (std::size_t i = 0; i < addresses.size(); ++i) {
      const std::string which = addresses.size() == 1 ? "a part" : fmt::format("part {}", i + 1);
      known_[addresses[i]] = {fmt::format("{} of {}", which, whole), kNoValue};
    }
  }
}

std::string Names::name(std::uint64_t address) const {
  const auto found = known_.find(address);
  return found == known_.end() ? "" : found->second.name;
}

bool Names::is_named(std::uint64_t address) const { return known_.contains(address) && !unnamed_.contains(address); }

std::string Names::value(std::uint64_t address, const std::string& bytes) const {
  const auto found = known_.find(address);
  return shown(found == known_.end() ? Type{} : found->second.type, bytes);
}

}  // namespace interleave
