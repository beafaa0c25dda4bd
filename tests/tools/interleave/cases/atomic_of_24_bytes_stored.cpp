// verdict: fails
// cause: wrong_result
// Too large for any instruction, so that the library makes it atomic: still, a load and a store are two steps.
#include <atomic>
#include <thread>

struct Three {
  long first = 0;
  long second = 0;
  long third = 0;
};

std::atomic<Three> three{Three{}};

void add() {
  const Three seen = three;
  three = Three{seen.first + 1, seen.second + 1, seen.third + 1};
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  const Three sum = three;
  return sum.first == 2 && sum.third == 2 ? 0 : 1;
}
