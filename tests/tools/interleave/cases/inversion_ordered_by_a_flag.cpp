// verdict: proved
// says: opposite orders
// a before b, then b before a: the flag keeps the two apart, so that nothing fails here. It is warned of all the same,
// since neither lock knows of the flag.
#include <atomic>
#include <mutex>
#include <thread>

std::mutex a;
std::mutex b;
std::atomic<bool> done{false};

int main() {
  std::thread first([] {
    {
      const std::scoped_lock hold_a(a);
      const std::scoped_lock hold_b(b);
    }
    done = true;
  });
  std::thread second([] {
    if (!done) return;
    const std::scoped_lock hold_b(b);
    const std::scoped_lock hold_a(a);
  });
  first.join();
  second.join();
  return 0;
}
