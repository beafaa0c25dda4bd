// verdict: fails
// cause: race
// A relaxed store by another thread ends the release: who reads it has nothing of the first writer's.
#include <atomic>
#include <thread>

int value = 0;
std::atomic<int> stage{0};

int seen = 0;

int main() {
  std::thread writer([] {
    value = 42;
    stage.store(1, std::memory_order_release);
  });
  std::thread meddler([] {
    if (stage.load(std::memory_order_relaxed) == 1) stage.store(2, std::memory_order_relaxed);
  });
  std::thread reader([] {
    if (stage.load(std::memory_order_acquire) != 2) return;
    seen = value;
  });
  writer.join();
  meddler.join();
  reader.join();
  return 0;
}
