// tools/interleave/runtime/details.cpp: see details.hpp.
#include "details.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

namespace interleave {
namespace {

constexpr std::uint32_t kMostBytesShown = 16;

bool is_access(Kind kind) {
  return kind == Kind::read || kind == Kind::write || kind == Kind::atomic_read || kind == Kind::atomic_write ||
         kind == Kind::atomic_update;
}

std::string bytes_at(const Operation& operation) {
  if (!is_access(operation.kind) || operation.size > kMostBytesShown) return {};
  return {reinterpret_cast<const char*>(operation.address), operation.size};
}

}  // namespace

void Details::clear() {
  steps.clear();
  races.clear();
  lost_notifications.clear();
  watched.clear();
  accesses_.clear();
}

void Details::begin_step(int number, const Choice& choice, const Operation& operation, bool preempts, CallStack stack) {
  DetailedStep step{number, choice.thread, operation, preempts, bytes_at(operation), {}, {}, std::move(stack)};
  if (choice.way == Way::wakes) step.note = "wakes T" + std::to_string(choice.woken);
  if (choice.way == Way::spurious) step.note = "wakes for no reason";
  if (choice.way == Way::times_out) step.note = "times out";
  if (choice.way == Way::fails) step.note = "fails although it is free";
  steps.push_back(std::move(step));
}

void Details::note_access(const MemoryAccess& access, int step, CallStack stack) {
  const auto same = [&](const AccessPlace& place) {
    return place.access.address == access.address && place.access.thread == access.thread &&
           place.access.writes == access.writes && place.access.atomic == access.atomic;
  };
  const auto found = std::ranges::find_if(accesses_, same);
  if (found == accesses_.end()) {
    accesses_.push_back({access, step, std::move(stack)});
  } else {
    *found = {access, step, std::move(stack)};
  }
}

void Details::note_race(const MemoryAccess& first, const MemoryAccess& second, int step, CallStack stack) {
  DetailedRace race{first, second, first.event, step, {}, std::move(stack)};
  for (const AccessPlace& place : accesses_) {
    const bool same = place.access.thread == first.thread && place.access.address == first.address &&
                      place.access.writes == first.writes && place.access.atomic == first.atomic;
    if (same) race.first_stack = place.stack;
  }
  races.push_back(std::move(race));
}

void Details::complete(int thread) {
  for (DetailedStep& step : std::views::reverse(steps)) {
    if (step.thread != thread) continue;
    if (step.after.empty()) step.after = bytes_at(step.operation);
    return;
  }
}

void Details::watch(std::uintptr_t address, std::size_t size, std::string_view type, std::string_view name) {
  if (wanted) watched.push_back({address, size, std::string(type), std::string(name)});
}

void Details::add_note(int thread, std::string_view note) {
  for (DetailedStep& step : std::views::reverse(steps)) {
    if (step.thread != thread) continue;
    if (!step.note.empty()) step.note += ", ";
    step.note += note;
    return;
  }
}

}  // namespace interleave
