// tests/tools/interleave/programs/values.cpp: variables of many kinds, for the tests of their names and values. One
// thread runs after the other, since the fake library only looks on.
#include <array>
#include <atomic>
#include <thread>

enum class Colour { red, green = 5 };

struct Account {
  int number = 7;
  double balance = 0.5;
  std::array<int, 2> history = {3, 4};
};

namespace bank {
Account account;
}

namespace {
int slots[2][3];
}

double total = 0;
bool ready = false;
char letter = 'a';
Colour colour = Colour::green;
int* pointer = nullptr;
std::atomic<int> hits = 0;

void touch_globals() {
  total += 1.25;
  bank::account.balance += 1;
  bank::account.history[1] += 1;
  slots[1][2] += 9;
  ready = !ready;
  letter = 'b';
  colour = Colour::red;
  pointer = &slots[0][0];
  hits += 2;
}

int main() {
  int sum = 41;
  std::thread first(touch_globals);
  first.join();
  std::thread second([&sum] {
    sum += 1;  // on main's stack
  });
  second.join();
  return total > 0 ? 0 : 1;
}
