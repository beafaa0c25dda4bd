// verdict: proved, nothing_found
// std::scoped_lock takes both mutexes or waits without holding any, in whichever order they are named.
#include <mutex>
#include <thread>

std::mutex a;
std::mutex b;
int total = 0;

int main() {
  std::thread first([] {
    const std::scoped_lock hold(a, b);
    ++total;
  });
  std::thread second([] {
    const std::scoped_lock hold(b, a);
    ++total;
  });
  first.join();
  second.join();
  return total == 2 ? 0 : 1;
}
