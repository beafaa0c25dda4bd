// verdict: fails
// cause: race
// Only the initialisation of a static local variable is safe, not what happens to it later.
#include <thread>

int next_number() {
  static int number = 0;
  return ++number;
}

int main() {
  std::thread first(next_number);
  std::thread second(next_number);
  first.join();
  second.join();
  return 0;
}
