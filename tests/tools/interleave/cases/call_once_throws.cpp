// verdict: proved
// executions: 4
// A call that throws does not count: the next one, by whichever thread, tries again, and it alone succeeds.
#include <mutex>
#include <stdexcept>
#include <thread>

std::once_flag once;
int attempts = 0;

void use() {
  try {
    std::call_once(once, [] {
      if (++attempts == 1) throw std::runtime_error("not yet");
    });
  } catch (const std::runtime_error&) {
    std::call_once(once, [] { ++attempts; });
  }
}

int main() {
  std::thread first(use);
  std::thread second(use);
  first.join();
  second.join();
  return attempts == 2 ? 0 : 1;
}
