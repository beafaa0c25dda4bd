// verdict: fails
// cause: crash, aborted, assertion
// Between expired() and lock() the object may go, and lock() gives a null pointer.
#include <memory>
#include <thread>

int main() {
  int seen = 0;
  auto value = std::make_shared<const int>(42);
  std::thread observer([observed = std::weak_ptr(value), &seen] {
    if (!observed.expired()) seen = *observed.lock();
  });
  value.reset();
  observer.join();
  return 0;
}
