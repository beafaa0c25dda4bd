// tools/interleave/runtime/standstill.cpp: why nobody can go on.
#include "execution.hpp"

#include <string>

namespace interleave {
namespace {

std::string name(int thread) { return 'T' + std::to_string(thread); }

bool waits_for_notification(const Thread& thread) {
  const bool waits = thread.pending.kind == Kind::wake || thread.pending.kind == Kind::awake;
  return !thread.exited && waits && !thread.notified;
}

}  // namespace

// The thread without which this one can't go on: who holds the lock, or who is joined. -1: nobody in particular.
int Execution::awaited_by(int id) const {
  const Thread& waiting = thread(id);
  const Operation& operation = waiting.pending;
  if (waiting.exited) return -1;
  if (operation.kind == Kind::join) return static_cast<int>(operation.value);
  if (waits_for_notification(waiting)) return -1;
  const SyncObject* const object = objects_.find(operation.kind == Kind::wake ? operation.second : operation.address);
  if (object == nullptr) return -1;
  if (object->owner >= 0) return object->owner;
  return object->readers == 0 ? -1 : __builtin_ctzll(object->readers);
}

// "T1 waits for T2, T2 for T1", where the chain of waiting from `start` comes back to it; else empty.
std::string Execution::describe_circle(int start) const {
  std::string text = name(start) + " waits for ";
  int at = start;
  for (int i = 0; i <= threads_used_; ++i) {
    const int next = awaited_by(at);
    if (next < 0) return {};
    if (at != start) text += ", " + name(at) + " for ";
    text += next == at ? "itself" : name(next);
    if (next == start) return text;
    at = next;
  }
  return {};
}

std::vector<WaitingThread> Execution::waiting_threads() const {
  std::vector<WaitingThread> waiting;
  for (int id = 0; id < threads_used_; ++id) {
    const Operation& operation = thread(id).pending;
    if (thread(id).exited || (can_go_on(id) && !thread(id).spins)) continue;
    waiting.push_back({id, operation, awaited_by(id), calls_of(id, operation.pc)});
  }
  return waiting;
}

void Execution::stand_still() {
  for (int id = 0; id < threads_used_; ++id) {
    if (thread(id).exited) continue;
    const std::string circle = describe_circle(id);
    if (!circle.empty()) fail("deadlock", circle);
  }
  for (int id = 0; id < threads_used_; ++id) {
    if (!waits_for_notification(thread(id))) continue;
    const SyncObject* const object = objects_.find(thread(id).pending.address);
    if (object == nullptr || object->lost_notification_step == 0) continue;
    fail("lost_wakeup", name(object->lost_notification_thread) + " notified at step " +
                            std::to_string(object->lost_notification_step) + " while nobody waited; " + name(id) +
                            " waits for ever");
  }
  for (int id = 0; id < threads_used_; ++id) {
    if (thread(id).exited || !thread(id).spins) continue;
    fail("livelock", name(id) + " goes round in a loop that only another thread could end, and nobody will");
  }
  for (int id = 0; id < threads_used_; ++id) {
    const int awaited = awaited_by(id);
    if (thread(id).exited || awaited < 0 || !thread(awaited).exited) continue;
    fail("stuck", name(id) + " waits for a lock that " + name(awaited) + " took to its end");
  }
  for (int id = 0; id < threads_used_; ++id) {
    if (!thread(id).exited && thread(id).pending.kind != Kind::join) {
      fail("stuck", name(id) + " waits for what nobody will do");
    }
  }
  fail("stuck", "every thread waits");
}

}  // namespace interleave
