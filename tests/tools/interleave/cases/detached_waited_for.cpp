// verdict: proved
// executions: 2
// A detached thread may use what is static for as long as main waits for it.
#include <latch>
#include <thread>

int result = 0;
std::latch done{1};

int main() {
  std::thread([] {
    result = 42;
    done.count_down();
  }).detach();
  done.wait();
  return result == 42 ? 0 : 1;
}
