// verdict: proved
// executions: 18
// A thread that was notified may go on before the next notification or after it: these are two orders.
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex b;
std::mutex mutex;
std::condition_variable changed;
std::atomic<int> number{0};
bool ready = false;
void make_ready() {
  const std::lock_guard hold(mutex);
  ready = true;
}
void wait_until_ready() {
  std::unique_lock lock(mutex);
  while (!ready) changed.wait(lock);
}
int main() {
  std::thread thread_1([] {
    wait_until_ready();
    { const std::lock_guard hold(b); }
    changed.notify_one();
  });
  std::thread thread_2([] {
    ++number;
    changed.notify_one();
    make_ready();
    changed.notify_all();
  });
  thread_1.join();
  thread_2.join();
  return number == 1 ? 0 : 1;
}
