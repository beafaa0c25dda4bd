// verdict: fails
// cause: race
// wait_for() says whether the value is ready; this program does not ask, and reads what it stands for.
#include <chrono>
#include <future>
#include <thread>

int value = 0;

int seen = 0;

int main() {
  std::promise<void> promise;
  const std::future<void> future = promise.get_future();
  std::thread worker([&promise] {
    value = 42;
    promise.set_value();
  });
  future.wait_for(std::chrono::seconds(1));
  seen = value;
  worker.join();
  return 0;
}
