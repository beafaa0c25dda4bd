// verdict: proved
// executions: 1
// A thread_local object's destructor has run when join() returns.
#include <thread>

int destroyed = 0;

struct Account {
  int value = 0;
  ~Account() { destroyed = value; }
};
thread_local Account account;

int main() {
  std::thread worker([] { account.value = 42; });
  worker.join();
  return destroyed == 42 ? 0 : 1;
}
