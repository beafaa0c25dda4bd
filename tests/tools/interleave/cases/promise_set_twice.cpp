// verdict: fails
// cause: uncaught_exception
// Both threads find the promise unset, and set_value() throws in the one that comes second.
#include <atomic>
#include <future>
#include <thread>

std::promise<void> promise;
std::atomic<bool> set{false};

void set_once() {
  if (set) return;
  set = true;
  promise.set_value();
}

int main() {
  std::thread first(set_once);
  std::thread second(set_once);
  first.join();
  second.join();
  return 0;
}
