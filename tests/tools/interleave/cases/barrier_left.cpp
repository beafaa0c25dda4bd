// verdict: fails
// cause: stuck
// Who leaves without arrive_and_drop() is still waited for.
#include <atomic>
#include <barrier>
#include <thread>

std::barrier barrier(2);
std::atomic<bool> enough{false};

int main() {
  std::thread leaver([] {
    if (!enough) barrier.arrive_and_wait();
  });
  std::thread stayer([] {
    enough = true;
    barrier.arrive_and_wait();
  });
  leaver.join();
  stayer.join();
  return 0;
}
