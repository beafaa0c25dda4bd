// verdict: unsupported
// says: system()
// system() starts a process.
#include <atomic>
#include <cstdlib>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) [[maybe_unused]]
      const int code = std::system("sleep 1000");
  });
  late = true;
  worker.join();
  return 0;
}
