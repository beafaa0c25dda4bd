// verdict: fails
// cause: race
// Two threads append to one string.
#include <string>
#include <thread>

std::string text;

int main() {
  std::thread first([] { text += 'a'; });
  std::thread second([] { text += 'b'; });
  first.join();
  second.join();
  return 0;
}
