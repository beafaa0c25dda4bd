// verdict: fails
// cause: race
// says: --replay +
// Only where the threads were switched twice at the right steps do both touch `rare`: so late in the search does it
// turn out to be shared, and the replay string must say so.
#include <atomic>
#include <thread>

std::atomic<int> first_is_inside{0};
std::atomic<int> second_is_inside{0};
alignas(64) int rare = 0;

int main() {
  std::thread first([] {
    first_is_inside = 1;
    first_is_inside = 0;
    if (second_is_inside == 1) ++rare;
  });
  std::thread second([] {
    if (first_is_inside == 0) return;
    second_is_inside = 1;
    second_is_inside = 0;
    ++rare;
  });
  first.join();
  second.join();
  return 0;
}
