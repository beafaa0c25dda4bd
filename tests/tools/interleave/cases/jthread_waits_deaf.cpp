// verdict: fails
// cause: stuck
// A plain condition variable knows nothing of stop tokens: a request wakes nobody.
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

std::mutex mutex;
std::condition_variable changed;

int main() {
  const std::jthread worker([](std::stop_token stop) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&stop] { return stop.stop_requested(); });
  });
  return 0;
}
