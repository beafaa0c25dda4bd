// verdict: fails
// cause: crash
// says: SIGXFSZ
// Writes a file without end.
#include <atomic>
#include <cstdio>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) {
      std::FILE* const file = std::tmpfile();
      static char letters[1 << 20];
      while (std::fwrite(letters, 1, sizeof letters, file) != 0) {
      }
    };
  });
  late = true;
  worker.join();
  return 0;
}
