// verdict: fails
// cause: race
// A sleep is no order: the worker may be slower than any sleep.
#include <chrono>
#include <thread>

int value = 0;

int seen = 0;

int main() {
  std::thread worker([] { value = 42; });
  std::this_thread::sleep_for(std::chrono::seconds(1));
  seen = value;
  worker.join();
  return 0;
}
