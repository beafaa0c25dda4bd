// verdict: fails
// cause: race
// Each thread locks, but not the same mutex.
#include <mutex>
#include <thread>

std::mutex first_mutex;
std::mutex second_mutex;
int value = 0;

int main() {
  std::thread first([] {
    const std::lock_guard hold(first_mutex);
    ++value;
  });
  std::thread second([] {
    const std::lock_guard hold(second_mutex);
    ++value;
  });
  first.join();
  second.join();
  return 0;
}
