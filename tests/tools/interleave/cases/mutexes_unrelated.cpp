// verdict: proved
// executions: 1
// Two threads that lock two mutexes for two variables do not meet.
#include <mutex>
#include <thread>

std::mutex first_mutex;
int first_value = 0;
std::mutex second_mutex;
int second_value = 0;

int main() {
  std::thread first([] {
    const std::lock_guard hold(first_mutex);
    ++first_value;
  });
  std::thread second([] {
    const std::lock_guard hold(second_mutex);
    ++second_value;
  });
  first.join();
  second.join();
  return first_value + second_value == 2 ? 0 : 1;
}
