// lessons/05_signaling/demo_letter.cpp: one thread waits for a letter, another brings it. WRONG ON PURPOSE: the one who
// brings it takes no lock. Run as it is, it comes to its end nearly every time. It is small enough to be run in every
// order:
//
//   ./workbook interleave run lessons/05_signaling/demo_letter.cpp
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
std::atomic<bool> is_here = false;  // Atomic, so this is no data race.

void wait_for_it() {
  std::unique_lock hold(mutex);
  while (!is_here) {
    changed.wait(hold);
  }
}

void bring_it() {
  is_here = true;  // The lock is missing here.
  changed.notify_one();
}

int main() {
  std::thread waits(wait_for_it);
  std::thread brings(bring_it);
  waits.join();
  brings.join();
}
