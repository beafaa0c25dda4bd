// verdict: fails
// cause: race
// The writer locks, the reader does not.
#include <mutex>
#include <thread>

std::mutex mutex;
// mutex must be held to touch it:
int value = 0;

int seen = 0;

int main() {
  std::thread writer([] {
    const std::lock_guard hold(mutex);
    value = 1;
  });
  std::thread reader([] { seen = value; });
  writer.join();
  reader.join();
  return 0;
}
