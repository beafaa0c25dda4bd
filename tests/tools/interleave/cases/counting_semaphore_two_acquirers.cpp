// verdict: proved
// executions: 4
// Two threads acquire, main releases two: both go on. (A library that hangs here is to blame, not this program.)
#include <semaphore>
#include <thread>

std::counting_semaphore<2> permits{0};

int main() {
  std::thread first([] { permits.acquire(); });
  std::thread second([] { permits.acquire(); });
  permits.release();
  permits.release();
  first.join();
  second.join();
  return 0;
}
