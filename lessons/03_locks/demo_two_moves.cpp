// lessons/03_locks/demo_two_moves.cpp: two threads move money between two accounts, once each. WRONG ON PURPOSE as it
// is: no lock is held. With the argument "locked" each move holds one. Small enough to be run in every order:
//
//   ./workbook interleave run lessons/03_locks/demo_two_moves.cpp
//   ./workbook interleave run lessons/03_locks/demo_two_moves.cpp -- locked
#include <mutex>
#include <thread>

std::mutex mutex;
// mutex must be held to touch these:
int current = 50;
int savings = 50;

void move(int amount) {
  current -= amount;
  savings += amount;
}

void move_locked(int amount) {
  const std::scoped_lock hold(mutex);
  move(amount);
}

int main(int argc, char**) {
  const auto how = argc > 1 ? move_locked : move;
  std::thread there(how, 10);
  std::thread back(how, -20);
  there.join();
  back.join();
  return current + savings == 100 ? 0 : 1;
}
