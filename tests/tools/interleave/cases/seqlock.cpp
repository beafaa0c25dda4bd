// verdict: proved
// executions: 18
// An odd version says that a writer is at work, another one than before that it was: then the reader's copy is no good.
#include <atomic>
#include <thread>

std::atomic<int> version{0};
std::atomic<int> left{0};
std::atomic<int> right{0};

int main() {
  bool equal = true;
  std::thread writer([] {
    version = 1;
    left = 1;
    right = 1;
    version = 2;
  });
  std::thread reader([&equal] {
    const int before = version;
    const int left_seen = left;
    const int right_seen = right;
    const int after = version;
    if (before % 2 == 0 && before == after) equal = left_seen == right_seen;
  });
  writer.join();
  reader.join();
  return equal ? 0 : 1;
}
