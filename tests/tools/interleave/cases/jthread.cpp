// verdict: proved
// executions: 2
// A std::jthread joins in its destructor.
#include <mutex>
#include <thread>

std::mutex mutex;
// mutex must be held to touch it:
int total = 0;

void add() {
  const std::lock_guard hold(mutex);
  ++total;
}

int main() {
  {
    const std::jthread first(add);
    const std::jthread second(add);
  }
  return total == 2 ? 0 : 1;
}
