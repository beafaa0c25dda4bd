// verdict: fails
// cause: uncaught_exception
// The destructor of a static object throws, where the thread was early.
#include <atomic>
#include <thread>

std::atomic<bool> late{false};
std::atomic<bool> bad{false};

struct Last {
  ~Last() noexcept(false) {
    if (bad) throw 1;
  }
};
Last last;

int main() {
  std::thread worker([] { bad = late.load(); });
  late = true;
  worker.join();
  return 0;
}
