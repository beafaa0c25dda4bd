// verdict: fails
// cause: race
// The callback may run in the thread that asks, at the same time as the thread that registered it.
#include <stop_token>
#include <thread>

int value = 0;

int main() {
  std::stop_source source;
  std::thread asker([&source] { source.request_stop(); });
  const std::stop_callback callback(source.get_token(), [] { value = 1; });
  value = 2;
  asker.join();
  return 0;
}
