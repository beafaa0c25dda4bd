// verdict: proved
// executions: 1
// Each thread throws and catches its own exception.
#include <thread>

int caught(int number) {
  try {
    throw number;
  } catch (int same) {
    return same;
  }
}

int main() {
  int first_caught = 0;
  int second_caught = 0;
  std::thread first([&first_caught] { first_caught = caught(40); });
  std::thread second([&second_caught] { second_caught = caught(2); });
  first.join();
  second.join();
  return first_caught + second_caught == 42 ? 0 : 1;
}
