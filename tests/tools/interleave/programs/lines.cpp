// tests/tools/interleave/programs/lines.cpp: source lines for the made-up stories of the tests; nobody runs it.
#include <condition_variable>
#include <mutex>
double total = 0;
std::mutex a, b;
std::condition_variable changed;
bool ready = false;
void add(double part) {
  total += part;  // line 9
}
void first_then_second() {
  const std::scoped_lock hold_a(a);  // line 12
  const std::scoped_lock hold_b(b);
}
void second_then_first() {
  const std::scoped_lock hold_b(b);  // line 16
  const std::scoped_lock hold_a(a);
}
void wait_for_change() {
  std::unique_lock lock(a);
  changed.wait(lock);  // line 21
}
void notify() {
  ready = true;  // line 24
  changed.notify_one();
}
