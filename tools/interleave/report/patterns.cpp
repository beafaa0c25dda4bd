// tools/interleave/report/patterns.cpp: see patterns.hpp.
#include "interleave/report/patterns.hpp"

#include <fmt/core.h>

#include <map>
#include <utility>

namespace interleave {

namespace {

// A read whose value another thread's write has made old.
struct OldValue {
  const Moment* read = nullptr;
  const Moment* others_write = nullptr;
};

std::string told(const OldValue& old, const Moment& write) {
  const bool values = !old.others_write->after.empty() && !write.after.empty();
  return fmt::format(
      "{} reads {}{} (step {}), {} writes {} (step {}), {} writes {} (step {})", thread_name(old.read->thread),
      old.read->variable, old.read->before.empty() ? "" : " = " + old.read->before, old.read->number,
      thread_name(old.others_write->thread), values ? old.others_write->after : "it", old.others_write->number,
      thread_name(write.thread), values ? write.after + " over it" : "over that", write.number);
}

bool is_plain_write(const Moment& moment) { return moment.operation == "write" || moment.operation == "atomic write"; }

bool is_read(const Moment& moment) { return moment.operation == "read" || moment.operation == "atomic read"; }

}  // namespace

std::string lost_update(const Story& story) {
  std::map<std::pair<std::uint64_t, int>, OldValue> values;  // by variable and thread
  for (const Moment& moment : story.moments) {
    if (is_read(moment)) values[{moment.address, moment.thread}] = {&moment, nullptr};
    if (!changes_memory(moment.operation)) continue;
    const auto mine = values.find({moment.address, moment.thread});
    if (mine != values.end() && mine->second.others_write != nullptr && is_plain_write(moment)) {
      return told(mine->second, moment);
    }
    if (mine != values.end()) values.erase(mine);
    for (auto& [key, value] : values) {
      if (key.first == moment.address && value.others_write == nullptr) value.others_write = &moment;
    }
  }
  return {};
}

}  // namespace interleave
