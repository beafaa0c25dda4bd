// lessons/02_threads/demo_two_adds.cpp: two threads add to one plain double, once each. WRONG ON PURPOSE: a data race.
// Run as it is, it comes out right nearly every time. It is small enough to be run in every order:
//
//   ./workbook interleave run lessons/02_threads/demo_two_adds.cpp
#include <cstdio>
#include <thread>

double total = 0;  // The race: written by both threads, guarded by nothing.

void add(double part) {
  // A read, an addition and a write.
  total += part;
}

int main() {
  std::thread first(add, 1.0);
  std::thread second(add, 2.0);
  first.join();
  second.join();
  std::printf("the total is %g, wanted 3\n", total);
  return total == 3 ? 0 : 1;
}
