// verdict: fails
// cause: deadlock, stuck
// Each thread waits for the other's result before it gives its own.
#include <future>
#include <thread>

int main() {
  std::promise<int> first_promise;
  std::promise<int> second_promise;
  std::future<int> first_future = first_promise.get_future();
  std::future<int> second_future = second_promise.get_future();
  std::thread first([&] { first_promise.set_value(second_future.get()); });
  std::thread second([&] { second_promise.set_value(first_future.get()); });
  first.join();
  second.join();
  return 0;
}
