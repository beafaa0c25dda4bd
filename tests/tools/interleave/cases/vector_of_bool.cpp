// verdict: fails
// cause: race
// But not those of vector<bool>: they are bits of one word.
#include <thread>
#include <vector>

int main() {
  std::vector<bool> bits(2);
  std::thread first([&bits] { bits[0] = true; });
  std::thread second([&bits] { bits[1] = true; });
  first.join();
  second.join();
  return 0;
}
