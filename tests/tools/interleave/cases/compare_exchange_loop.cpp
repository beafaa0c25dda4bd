// verdict: proved
// executions: 4
// Try to exchange until nobody came between: no update is lost.
#include <atomic>
#include <thread>

std::atomic<int> product{1};

void multiply(int factor) {
  int seen = product;
  while (!product.compare_exchange_weak(seen, seen * factor)) {
  }
}

int main() {
  std::thread first(multiply, 6);
  std::thread second(multiply, 7);
  first.join();
  second.join();
  return product == 42 ? 0 : 1;
}
