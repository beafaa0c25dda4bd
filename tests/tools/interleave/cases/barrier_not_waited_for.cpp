// verdict: fails
// cause: race
// arrive() does not wait: the sum may be read before it is made.
#include <barrier>
#include <thread>

int sum = 0;

int seen = 0;

int main() {
  const auto add_up = []() noexcept { sum = 42; };
  std::barrier barrier(2, add_up);
  std::thread first([&] { barrier.arrive_and_wait(); });
  std::thread second([&] {
    static_cast<void>(barrier.arrive());
    seen = sum;
  });
  first.join();
  second.join();
  return 0;
}
