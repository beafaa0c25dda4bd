// verdict: unsupported
// says: mmap()
// Takes memory behind the back of malloc() until there is none.
#include <sys/mman.h>

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) {
      constexpr std::size_t kBytes = 64 << 20;
      for (;;) {
        void* const memory = mmap(nullptr, kBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED) std::abort();
        std::memset(memory, 1, kBytes);
      }
    };
  });
  late = true;
  worker.join();
  return 0;
}
