// verdict: proved
// executions: 1
// An exception leaves the task through its future.
#include <future>
#include <stdexcept>

int main() {
  std::future<int> future = std::async(std::launch::async, []() -> int { throw std::runtime_error("no value"); });
  try {
    return future.get() + 1;
  } catch (const std::runtime_error&) {
    return 0;
  }
}
