// verdict: fails
// cause: uncaught_exception
// says: std::runtime_error: too late
// main() itself throws, with a thread that has been joined behind it.
#include <atomic>
#include <stdexcept>
#include <thread>

std::atomic<bool> done{false};

int main() {
  std::thread worker([] { done = true; });
  const bool early = !done;
  worker.join();
  if (!early) throw std::runtime_error("too late");
  return 0;
}
