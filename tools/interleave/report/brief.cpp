// tools/interleave/report/brief.cpp: see brief.hpp.
#include "interleave/report/brief.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace interleave {

namespace {

constexpr std::size_t kManyMoments = 10;

bool is_access(const Moment& moment) {
  return moment.operation.find("read") != std::string::npos || moment.operation.find("write") != std::string::npos ||
         moment.operation == "atomic update";
}

// A joined thread's end is no use of it by others.
bool is_use(const Moment& moment) {
  static const std::set<std::string> others{"start", "exit", "create", "join", "detach", "free", "destroy"};
  return moment.thread != 0 && !moment.variable.empty() && !others.contains(moment.operation);
}

}  // namespace

std::vector<Moment> telling_moments(const Story& story) {
  std::map<std::uint64_t, std::set<int>> users;
  for (const Moment& moment : story.moments) {
    if (is_use(moment)) users[moment.address].insert(moment.thread);
  }
  std::vector<Moment> moments;
  for (const Moment& moment : story.moments) {
    if (is_use(moment) && users[moment.address].size() > 1) moments.push_back(moment);
  }
  // What only the library has a name for, such as the count of a std::shared_ptr, tells nothing.
  if (std::ranges::any_of(moments, &Moment::named)) {
    std::erase_if(moments, [](const Moment& moment) { return !moment.named; });
  }
  if (moments.size() > kManyMoments && std::ranges::any_of(moments, is_access)) {
    std::erase_if(moments, [](const Moment& moment) { return !is_access(moment); });
  }
  return moments;
}

std::string brief(const std::vector<Moment>& moments, std::size_t most) {
  std::vector<std::string> steps;
  for (const Moment& moment : moments) {
    std::string step = thread_name(moment.thread) + " " + moment.told();
    if (steps.empty() || steps.back() != step) steps.push_back(std::move(step));
  }
  const std::size_t first = steps.size() - std::min(most, steps.size());
  std::string text = first > 0 ? "... " : "";
  for (std::size_t i = first; i < steps.size(); ++i) text += (i > first ? ", " : "") + steps[i];
  return text;
}

}  // namespace interleave
