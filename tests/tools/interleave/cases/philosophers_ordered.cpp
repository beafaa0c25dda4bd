// verdict: proved
// Each philosopher takes the fork with the smaller number first, so there is no circle.
#include <algorithm>
#include <array>
#include <mutex>
#include <thread>
#include <vector>

constexpr int kPhilosophers = 3;

std::array<std::mutex, kPhilosophers> forks;

void dine(int philosopher) {
  const int left = philosopher;
  const int right = (philosopher + 1) % kPhilosophers;
  const std::lock_guard first(forks[std::min(left, right)]);
  const std::lock_guard second(forks[std::max(left, right)]);
}

int main() {
  std::vector<std::thread> philosophers;
  for (int i = 0; i < kPhilosophers; ++i) philosophers.emplace_back(dine, i);
  for (std::thread& philosopher : philosophers) philosopher.join();
  return 0;
}
