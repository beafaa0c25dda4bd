// verdict: fails
// cause: race
// Two packaged tasks in two threads, one variable.
#include <future>
#include <thread>

int calls = 0;

int main() {
  std::packaged_task<void()> one([] { ++calls; });
  std::packaged_task<void()> other([] { ++calls; });
  std::thread first(std::move(one));
  std::thread second(std::move(other));
  first.join();
  second.join();
  return 0;
}
