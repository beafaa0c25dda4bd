// verdict: proved
// executions: 2
// An atomic byte: 255 + 1 is 0.
#include <atomic>
#include <cstdint>
#include <thread>

std::atomic<std::uint8_t> total{254};

int main() {
  std::thread first([] { ++total; });
  std::thread second([] { ++total; });
  first.join();
  second.join();
  return total == 0 ? 0 : 1;
}
