// verdict: fails
// cause: wrong_result
// A failed exchange changes nothing, and this one is not tried again.
#include <atomic>
#include <thread>

std::atomic<int> product{1};

void multiply(int factor) {
  int seen = product;
  product.compare_exchange_strong(seen, seen * factor);
}

int main() {
  std::thread first(multiply, 6);
  std::thread second(multiply, 7);
  first.join();
  second.join();
  return product == 42 ? 0 : 1;
}
