// verdict: fails
// cause: race
// The worker counts down before it writes.
#include <latch>
#include <thread>

std::latch written{1};
int value = 0;

int seen = 0;

int main() {
  std::thread worker([] {
    written.count_down();
    value = 42;
  });
  written.wait();
  seen = value;
  worker.join();
  return 0;
}
