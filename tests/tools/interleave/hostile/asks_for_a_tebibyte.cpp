// verdict: fails
// cause: memory
// More memory at once than any machine has.
#include <atomic>
#include <thread>
#include <vector>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) std::vector<char>(std::size_t{1} << 40);
  });
  late = true;
  worker.join();
  return 0;
}
