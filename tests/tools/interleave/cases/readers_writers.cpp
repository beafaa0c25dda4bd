// verdict: proved
// executions: 2
// A reader-writer lock by hand: the first reader takes the room, the last one gives it back.
#include <mutex>
#include <semaphore>
#include <thread>

std::binary_semaphore room{1};
std::mutex mutex;
// mutex must be held to touch it:
int readers = 0;
// room must be taken to touch these:
int left = 0;
int right = 0;

bool read_equal() {
  {
    const std::lock_guard hold(mutex);
    if (++readers == 1) room.acquire();
  }
  const bool equal = left == right;
  {
    const std::lock_guard hold(mutex);
    if (--readers == 0) room.release();
  }
  return equal;
}

int main() {
  bool equal = false;
  std::thread reader([&equal] { equal = read_equal(); });
  std::thread writer([] {
    room.acquire();
    left = 1;
    right = 1;
    room.release();
  });
  reader.join();
  writer.join();
  return equal ? 0 : 1;
}
