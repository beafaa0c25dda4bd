// tools/judge/subject/rendezvous.cpp: see rendezvous.hpp.
#include "judge/subject/rendezvous.hpp"

#include "judge/subject/ledger.hpp"

namespace judge {

void Rendezvous::arrive() {
  std::unique_lock lock(mutex_);
  if (over_ || !inside_.insert(std::this_thread::get_id()).second) return;
  changed_.notify_all();
  const ledger::Held held;
  const auto end = std::chrono::steady_clock::now() + patience_;
  while (!over_ && count() < wanted_) {
    if (stands_still()) {
      certain_ = over_ = true;
    } else if (std::chrono::steady_clock::now() >= end) {
      over_ = true;
    } else {
      changed_.wait_for(lock, kLookAgain);
    }
  }
  over_ = true;
  changed_.notify_all();
}

int Rendezvous::met() const {
  const std::scoped_lock lock(mutex_);
  return count();
}

bool Rendezvous::certain() const {
  const std::scoped_lock lock(mutex_);
  return certain_ || count() >= wanted_;
}

// Whether several looks in a row, by whichever thread, found that nothing happens any more. Between two that count the
// mutex is free for a while: who only waits for it, to arrive, comes in.
bool Rendezvous::stands_still() {
  constexpr int kLooks = 20;
  const auto moment = std::chrono::steady_clock::now();
  if (moment < last_look_at_ + kLookAgain) return false;
  last_look_at_ = moment;
  const std::optional<std::int64_t> now = ledger::standstill();
  looks_alike_ = now && now == last_look_ ? looks_alike_ + 1 : 0;
  last_look_ = now;
  return looks_alike_ >= kLooks;
}

}  // namespace judge
