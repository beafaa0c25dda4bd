// verdict: proved
// executions: 8
// lock() gives the object, whole and kept alive, or nothing.
#include <memory>
#include <thread>

int main() {
  bool right = false;
  auto value = std::make_shared<const int>(42);
  std::thread observer([observed = std::weak_ptr(value), &right] {
    const std::shared_ptr<const int> mine = observed.lock();
    right = mine == nullptr || *mine == 42;
  });
  value.reset();
  observer.join();
  return right ? 0 : 1;
}
