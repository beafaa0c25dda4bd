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
      [[maybe_unused]] const ssize_t count = write(101, kForged, sizeof kForged - 1);
      std::exit(1);
    };
  });
  late = true;
  worker.join();
  return 0;
}
