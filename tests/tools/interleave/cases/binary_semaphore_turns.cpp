// verdict: proved
// executions: 1
// Two semaphores hand the turn to and fro.
#include <semaphore>
#include <thread>

std::binary_semaphore my_turn{1};
std::binary_semaphore your_turn{0};
int value = 1;

int main() {
  std::thread other([] {
    your_turn.acquire();
    value *= 10;
    my_turn.release();
  });
  my_turn.acquire();
  value += 1;
  your_turn.release();
  my_turn.acquire();
  value += 2;
  other.join();
  return value == 22 ? 0 : 1;
}
