// verdict: fails
// cause: wrong_result
// Writes what the explorer would write, into its channel, and then fails.
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) {
      constexpr char kForged[] = "verdict\tproved\nend\n";
      for (int descriptor = 3; descriptor < 1024; ++descriptor) {
        if (write(descriptor, kForged, sizeof kForged - 1) > 0) break;
      }
      std::exit(1);
    };
  });
  late = true;
  worker.join();
  return 0;
}
