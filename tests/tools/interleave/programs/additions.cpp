// tests/tools/interleave/programs/additions.cpp: two threads add to one total, so many times each as the second
// argument says. The first one is `unlocked`, where additions get lost, or `locked`. How many orders there are is
// known: see
// ../additions.hpp.
#include <cstdlib>
#include <mutex>
#include <string_view>
#include <thread>

std::mutex mutex;
// mutex must be held to touch it, where the additions are locked:
double total = 0;

void add_unlocked(int times) {
  for (int i = 0; i < times; ++i) total += 1.0;
}

void add_locked(int times) {
  for (int i = 0; i < times; ++i) {
    const std::lock_guard hold(mutex);
    total += 1.0;
  }
}

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const auto add = std::string_view(argv[1]) == "locked" ? add_locked : add_unlocked;
  const int times = std::atoi(argv[2]);
  std::thread first(add, times);
  std::thread second(add, times);
  first.join();
  second.join();
  return total == 2.0 * times ? 0 : 1;
}
