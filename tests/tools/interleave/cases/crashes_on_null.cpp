// verdict: fails
// cause: crash
// Looked at, found, gone: the second look gives a null pointer.
#include <atomic>
#include <thread>

int value = 42;
std::atomic<int*> current{&value};

int main() {
  std::thread reader([] {
    if (current != nullptr) {
      [[maybe_unused]] const int seen = *current;
    }
  });
  current = nullptr;
  reader.join();
  return 0;
}
