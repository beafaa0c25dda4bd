// verdict: fails
// cause: crash
// Writes upwards from a block of its heap until something stops it.
#include <atomic>
#include <cstring>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) {
      char* const block = new char[16];
      for (std::size_t i = 0;; ++i) std::memset(block + i * 4096, 1, 4096);
    };
  });
  late = true;
  worker.join();
  return 0;
}
