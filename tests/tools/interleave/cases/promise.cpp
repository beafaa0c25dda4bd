// verdict: proved
// executions: 6
// What was written before set_value() is seen after get().
#include <future>
#include <thread>

int extra = 0;

int main() {
  std::promise<int> promise;
  std::future<int> future = promise.get_future();
  std::thread worker([&promise] {
    extra = 2;
    promise.set_value(40);
  });
  const int sum = future.get() + extra;
  worker.join();
  return sum == 42 ? 0 : 1;
}
