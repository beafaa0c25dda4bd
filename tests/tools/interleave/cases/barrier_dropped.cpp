// verdict: proved
// executions: 2
// Who leaves with arrive_and_drop() is waited for no more, from the next phase on.
#include <barrier>
#include <thread>

std::barrier barrier(2);
int value = 0;

int main() {
  int seen = 0;
  std::thread leaver([] {
    value = 42;
    barrier.arrive_and_drop();
  });
  std::thread stayer([&seen] {
    barrier.arrive_and_wait();
    seen = value;
    barrier.arrive_and_wait();
  });
  leaver.join();
  stayer.join();
  return seen == 42 ? 0 : 1;
}
