// verdict: fails
// cause: race, use_after_free
// The counts of a shared_ptr are atomic; the pointer itself is a variable like any other.
#include <memory>
#include <thread>

std::shared_ptr<int> current = std::make_shared<int>(1);

int main() {
  std::thread writer([] { current = std::make_shared<int>(2); });
  std::thread reader([] { const std::shared_ptr<int> mine = current; });
  writer.join();
  reader.join();
  return 0;
}
