// verdict: proved
// executions: 1
// A sleep takes at least its time, and the steady clock never goes back.
#include <chrono>
#include <thread>

using Clock = std::chrono::steady_clock;

int main() {
  const Clock::time_point begin = Clock::now();
  Clock::time_point middle;
  std::thread sleeper([&middle] {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    middle = Clock::now();
  });
  sleeper.join();
  const Clock::time_point end = Clock::now();
  return middle - begin >= std::chrono::milliseconds(10) && end >= middle ? 0 : 1;
}
