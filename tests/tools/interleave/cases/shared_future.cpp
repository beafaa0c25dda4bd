// verdict: proved
// executions: 1102
// Two threads get the same value of one shared_future, each by a copy.
#include <future>
#include <thread>

int main() {
  std::promise<int> promise;
  const std::shared_future<int> future = promise.get_future().share();
  int first_seen = 0;
  int second_seen = 0;
  std::thread first([future, &first_seen] { first_seen = future.get(); });
  std::thread second([future, &second_seen] { second_seen = future.get(); });
  promise.set_value(21);
  first.join();
  second.join();
  return first_seen + second_seen == 42 ? 0 : 1;
}
