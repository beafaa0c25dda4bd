// verdict: proved
// executions: 2
// Two atomic bytes at once; the bits of both threads are kept.
#include <atomic>
#include <cstdint>
#include <thread>

std::atomic<std::uint16_t> bits{0};

int main() {
  std::thread first([] { bits |= 0x00ff; });
  std::thread second([] { bits |= 0xff00; });
  first.join();
  second.join();
  return bits == 0xffff ? 0 : 1;
}
