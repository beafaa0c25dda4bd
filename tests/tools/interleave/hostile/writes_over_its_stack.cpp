// verdict: fails
// cause: crash
// Writes far beyond the end of a local array, over the frames that it will return to.
#include <atomic>
#include <cstring>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) {
      char* volatile letters = nullptr;
      char few[8];
      letters = few;
      std::memset(letters, 1, 4096);
    };
  });
  late = true;
  worker.join();
  return 0;
}
