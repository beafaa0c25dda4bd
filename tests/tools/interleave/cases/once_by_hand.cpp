// verdict: fails
// cause: wrong_result
// A flag that is looked at, then set: both threads may find it unset. exchange() would do both in one step.
#include <atomic>
#include <thread>

std::atomic<bool> done{false};
std::atomic<int> times_run{0};

void run_once() {
  if (done) return;
  done = true;
  ++times_run;
}

int main() {
  std::thread first(run_once);
  std::thread second(run_once);
  first.join();
  second.join();
  return times_run == 1 ? 0 : 1;
}
