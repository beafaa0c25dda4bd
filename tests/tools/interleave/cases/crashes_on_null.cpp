// verdict: fails
// cause: crash
// Looked at, found, gone: the second look gives a null pointer.
#include <atomic>
#include <thread>

int value = 42;
std::atomic<int*> current{&value};

int seen = 0;

int main() {
  std::thread reader([] {
    if (current != nullptr) {
      seen = *current;
    }
  });
  current = nullptr;
  reader.join();
  return 0;
}
