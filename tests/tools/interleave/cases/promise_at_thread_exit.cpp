// verdict: unsupported
// says: set_value_at_thread_exit()
// The value becomes ready when the thread has ended, its thread_local objects included. That happens inside the
// library, where the explorer does not look.
#include <future>
#include <thread>

int main() {
  std::promise<int> promise;
  std::future<int> future = promise.get_future();
  std::thread([&promise] { promise.set_value_at_thread_exit(42); }).detach();
  return future.get() == 42 ? 0 : 1;
}
