// verdict: proved
// All three change in one step, by exchange in a loop.
#include <atomic>
#include <thread>

struct Three {
  long first = 0;
  long second = 0;
  long third = 0;
};

std::atomic<Three> three{Three{}};

void add() {
  Three seen = three;
  while (!three.compare_exchange_weak(seen, Three{seen.first + 1, seen.second + 1, seen.third + 1})) {
  }
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  const Three sum = three.exchange(Three{});
  return sum.first == 2 && sum.third == 2 ? 0 : 1;
}
