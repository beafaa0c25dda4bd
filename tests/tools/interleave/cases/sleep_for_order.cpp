// verdict: fails
// cause: wrong_result
// "Who sleeps longer is later." Time promises nothing.
#include <atomic>
#include <chrono>
#include <thread>

std::atomic<int> last{0};

int main() {
  std::thread first([] {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    last = 1;
  });
  std::thread second([] {
    std::this_thread::sleep_for(std::chrono::seconds(1));
    last = 2;
  });
  first.join();
  second.join();
  return last == 2 ? 0 : 1;
}
