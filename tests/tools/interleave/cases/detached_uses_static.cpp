// verdict: fails
// cause: race, use_after_free, crash
// After main the destructors of static objects run, and a detached thread may still use them.
#include <memory>
#include <thread>

std::unique_ptr<int> value = std::make_unique<int>(42);

int seen = 0;

int main() {
  std::thread([] { seen = *value; }).detach();
  return 0;
}
