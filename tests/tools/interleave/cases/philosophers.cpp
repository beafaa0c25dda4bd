// verdict: fails
// cause: deadlock
// Each philosopher takes the left fork, then the right one. If all have the left one, nobody eats.
#include <array>
#include <mutex>
#include <thread>
#include <vector>

constexpr int kPhilosophers = 3;

std::array<std::mutex, kPhilosophers> forks;

void dine(int philosopher) {
  const std::lock_guard left(forks[philosopher]);
  const std::lock_guard right(forks[(philosopher + 1) % kPhilosophers]);
}

int main() {
  std::vector<std::thread> philosophers;
  for (int i = 0; i < kPhilosophers; ++i) philosophers.emplace_back(dine, i);
  for (std::thread& philosopher : philosophers) philosopher.join();
  return 0;
}
