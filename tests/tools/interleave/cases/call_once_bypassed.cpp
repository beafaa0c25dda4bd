// verdict: fails
// cause: race
// The value is ready after call_once() for who calls it. This reader looks without.
#include <mutex>
#include <thread>

std::once_flag once;
int value = 0;

int seen = 0;

int main() {
  std::thread first([] { std::call_once(once, [] { value = 42; }); });
  std::thread second([] { seen = value; });
  first.join();
  second.join();
  return 0;
}
