// verdict: fails
// cause: wrong_result
// exit() in a thread ends the whole program, and its code is the program's.
#include <atomic>
#include <cstdlib>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) std::exit(1);
  });
  late = true;
  worker.join();
  return 0;
}
