// lessons/04_queues/demo_two_takers.cpp: two threads take from a store that holds one item. WRONG ON PURPOSE: asking is
// locked and taking is locked, but not both together. Run as it is, it comes out right nearly every time. It is small
// enough to be run in every order:
//
//   ./workbook interleave run lessons/04_queues/demo_two_takers.cpp
#include <cstdio>
#include <mutex>
#include <thread>

std::mutex mutex;
// mutex must be held to touch this:
int items = 1;

bool is_empty() {
  const std::scoped_lock hold(mutex);
  return items == 0;
}

void take() {
  const std::scoped_lock hold(mutex);
  --items;
}

void take_if_there_is_one() {
  if (!is_empty()) take();
}

int main() {
  std::thread first(take_if_there_is_one);
  std::thread second(take_if_there_is_one);
  first.join();
  second.join();
  std::printf("%d items are left, wanted 0\n", items);
  return items == 0 ? 0 : 1;
}
