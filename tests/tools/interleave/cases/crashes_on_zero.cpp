// verdict: fails
// cause: crash
// Divides by what was not zero a moment ago.
#include <atomic>
#include <thread>

std::atomic<int> parts{2};

int share = 0;

int main() {
  std::thread divider([] {
    if (parts != 0) {
      share = 42 / parts;
    }
  });
  parts = 0;
  divider.join();
  return 0;
}
