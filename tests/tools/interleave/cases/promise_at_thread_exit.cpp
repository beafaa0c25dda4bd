// verdict: nothing_found
// says: _Make_ready
// The value becomes ready when the thread ends, its thread_local objects included. That happens inside the library,
// where the explorer does not look: so it does not say that it has seen every order.
#include <future>
#include <thread>

int main() {
  std::promise<int> promise;
  std::future<int> future = promise.get_future();
  std::thread([&promise] { promise.set_value_at_thread_exit(42); }).detach();
  return future.get() == 42 ? 0 : 1;
}
