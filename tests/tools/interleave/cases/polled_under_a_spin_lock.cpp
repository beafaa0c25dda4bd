// verdict: proved, nothing_found
// options: --time 3
// Correct: T1 and T2 each put an item in under a spin lock, main takes both, and yields while there is none. main's
// loop takes a lock and releases it in every turn: wherever it is stopped, nobody stands still for good.
#include <atomic>
#include <mutex>
#include <thread>

struct SpinLock {
  void lock() {
    while (taken.test_and_set()) {
    }
  }
  void unlock() { taken.clear(); }

  std::atomic_flag taken;
};

SpinLock spin;
int items = 0;

void push() {
  const std::scoped_lock hold(spin);
  ++items;
}

bool try_pop() {
  const std::scoped_lock hold(spin);
  if (items == 0) return false;
  --items;
  return true;
}

int main() {
  std::jthread first(push);
  std::jthread second(push);
  for (int taken = 0; taken < 2;) {
    if (try_pop()) {
      ++taken;
    } else {
      std::this_thread::yield();
    }
  }
}
