// verdict: proved
// executions: 2
// Each worker adds up its chunk for itself, then adds the part under the lock.
#include <mutex>
#include <numeric>
#include <thread>
#include <vector>

const std::vector<double> samples(100, 1.0);
std::mutex mutex;
// mutex must be held to touch it:
double total = 0;

void add_chunk(int begin, int end) {
  const double part = std::accumulate(samples.begin() + begin, samples.begin() + end, 0.0);
  const std::lock_guard hold(mutex);
  total += part;
}

int main() {
  std::thread first(add_chunk, 0, 50);
  std::thread second(add_chunk, 50, 100);
  first.join();
  second.join();
  return total == 100.0 ? 0 : 1;
}
