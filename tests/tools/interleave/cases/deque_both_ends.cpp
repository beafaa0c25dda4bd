// verdict: fails
// cause: race
// One thread at each end of a deque with a single item.
#include <deque>
#include <thread>

std::deque<int> items(1);

int main() {
  std::thread pusher([] { items.push_back(1); });
  std::thread popper([] {
    if (!items.empty()) items.pop_front();
  });
  pusher.join();
  popper.join();
  return 0;
}
