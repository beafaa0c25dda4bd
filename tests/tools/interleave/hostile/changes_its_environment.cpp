// verdict: unsupported
// says: setenv()
// Sets a variable of its environment, which the next schedule would find set.
#include <atomic>
#include <cassert>
#include <cstdlib>
#include <thread>

std::atomic<int> first{0};

int main() {
  assert(std::getenv("PATH") != nullptr);
  assert(std::getenv("HOSTILE") == nullptr);
  setenv("HOSTILE", "yes", 1);
  assert(std::getenv("PATH") != nullptr);
  std::thread worker([] { first.exchange(1); });
  first.exchange(2);
  worker.join();
  return 0;
}
