// verdict: proved
// executions: 4
// A timed lock may come or not; this program adds only where it came, and counts what it left out.
#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

std::timed_mutex mutex;
// mutex must be held to touch it:
int total = 0;
std::atomic<int> left_out{0};

void add() {
  const std::unique_lock hold(mutex, std::chrono::milliseconds(10));
  if (hold.owns_lock()) {
    ++total;
  } else {
    ++left_out;
  }
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total + left_out == 2 ? 0 : 1;
}
