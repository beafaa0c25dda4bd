// verdict: proved, nothing_found
// Sets a variable of its environment. Each schedule finds it unset, or the assertion would fail in the second.
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
