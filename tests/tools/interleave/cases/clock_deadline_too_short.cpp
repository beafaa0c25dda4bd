// verdict: fails
// cause: wrong_result
// Asks again and again until a time is over, and then goes on as if the answer had come.
#include <atomic>
#include <chrono>
#include <thread>

using Clock = std::chrono::steady_clock;

std::atomic<int> answer{0};

int main() {
  std::thread worker([] { answer = 42; });
  const Clock::time_point deadline = Clock::now() + std::chrono::microseconds(4);
  while (answer == 0 && Clock::now() < deadline) std::this_thread::yield();
  const int got = answer;
  worker.join();
  return got == 42 ? 0 : 1;
}
