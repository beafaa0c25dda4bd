// verdict: proved
// executions: 1
// A deferred task runs inside get(): there is no second thread.
#include <future>

int total = 0;

int main() {
  std::future<void> task = std::async(std::launch::deferred, [] { total = 42; });
  ++total;
  task.get();
  return total == 42 ? 0 : 1;
}
