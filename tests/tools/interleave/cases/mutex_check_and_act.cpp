// verdict: proved
// executions: 2
// Looking and taking under one lock: only one thread takes the last coin.
#include <mutex>
#include <thread>

std::mutex mutex;
// mutex must be held to touch it:
int coins = 1;

void take_if_any() {
  const std::lock_guard hold(mutex);
  if (coins > 0) --coins;
}

int main() {
  std::thread first(take_if_any);
  std::thread second(take_if_any);
  first.join();
  second.join();
  return coins == 0 ? 0 : 1;
}
