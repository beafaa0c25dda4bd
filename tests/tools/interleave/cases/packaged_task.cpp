// verdict: proved
// A task is packaged here, run there, and its result comes back through the future.
#include <future>
#include <thread>

int main() {
  std::packaged_task<int(int)> task([](int half) { return 2 * half; });
  std::future<int> result = task.get_future();
  std::thread worker(std::move(task), 21);
  const int value = result.get();
  worker.join();
  return value == 42 ? 0 : 1;
}
