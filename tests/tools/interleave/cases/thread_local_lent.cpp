// verdict: fails
// cause: race
// A pointer to one thread's variable makes it everybody's.
#include <atomic>
#include <thread>

thread_local int counter = 0;
std::atomic<int*> lent{nullptr};

int seen = 0;

int main() {
  lent = &counter;
  std::thread borrower([] { *lent = 1; });
  seen = counter;
  borrower.join();
  return 0;
}
