// verdict: fails
// cause: race
// Printing to std::cout is safe from any thread, changing how it prints is not: std::hex sets a plain variable of it.
#include <atomic>
#include <iostream>
#include <thread>

std::atomic<bool> done{false};

int main() {
  std::thread helper([] {
    if (!done) std::cout << std::hex;
  });
  done = true;
  std::cout << std::dec << 10 << '\n';
  helper.join();
  return 0;
}
