// verdict: proved
// A callback runs once, in whichever thread: the one that asks, or the one that registers it after that.
#include <atomic>
#include <stop_token>
#include <thread>

std::atomic<int> times_called{0};

int main() {
  std::stop_source source;
  std::thread asker([&source] { source.request_stop(); });
  const std::stop_callback callback(source.get_token(), [] { ++times_called; });
  asker.join();
  return times_called == 1 ? 0 : 1;
}
