// verdict: proved
// executions: 4
// The completion function runs once a phase, after all have arrived and before anyone goes on.
#include <barrier>
#include <thread>

int left = 0;
int right = 0;
int sum = 0;

int main() {
  const auto add_up = []() noexcept { sum = left + right; };
  std::barrier barrier(2, add_up);
  int first_seen = 0;
  int second_seen = 0;
  std::thread first([&] {
    left = 20;
    barrier.arrive_and_wait();
    first_seen = sum;
  });
  std::thread second([&] {
    right = 1;
    barrier.arrive_and_wait();
    second_seen = sum;
  });
  first.join();
  second.join();
  return first_seen + second_seen == 42 ? 0 : 1;
}
