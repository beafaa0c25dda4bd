// verdict: proved, nothing_found
// Writes over its own arguments. Each schedule finds them as they were given, or the assertion would fail in the
// second.
#include <atomic>
#include <cassert>
#include <cstring>
#include <thread>

std::atomic<int> first{0};

int main(int argc, char** argv) {
  assert(argc == 1 && argv[0][0] == '/');
  const std::size_t length = std::strlen(argv[0]);
  assert(length > 1);
  std::memset(argv[0], 'x', length);
  argv[0] = nullptr;
  std::thread worker([] { first.exchange(1); });
  first.exchange(2);
  worker.join();
  return 0;
}
