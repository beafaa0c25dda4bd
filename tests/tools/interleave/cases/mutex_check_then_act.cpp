// verdict: fails
// cause: wrong_result
// Looking and taking are locked each, but not together: both may see the last coin, and both take it.
#include <mutex>
#include <thread>

std::mutex mutex;
// mutex must be held to touch it:
int coins = 1;

bool any_left() {
  const std::lock_guard hold(mutex);
  return coins > 0;
}

void take() {
  const std::lock_guard hold(mutex);
  --coins;
}

void take_if_any() {
  if (any_left()) take();
}

int main() {
  std::thread first(take_if_any);
  std::thread second(take_if_any);
  first.join();
  second.join();
  return coins == 0 ? 0 : 1;
}
