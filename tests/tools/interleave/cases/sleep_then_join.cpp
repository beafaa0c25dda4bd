// verdict: proved
// executions: 1
// A sleep does no harm where something else makes the order.
#include <chrono>
#include <thread>

int value = 0;

int main() {
  std::thread worker([] {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    value = 42;
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  worker.join();
  return value == 42 ? 0 : 1;
}
