// verdict: fails
// cause: assertion
// says: withdrawn <= 100
// Two withdrawals may both find enough money.
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> withdrawn{0};

void withdraw(int amount) {
  if (withdrawn + amount <= 100) withdrawn += amount;
}

int main() {
  std::thread first(withdraw, 60);
  std::thread second(withdraw, 60);
  first.join();
  second.join();
  assert(withdrawn <= 100);
  return 0;
}
