// verdict: proved
// executions: 4
// What was written before release() is seen after acquire().
#include <semaphore>
#include <thread>

std::counting_semaphore<2> done{0};
int left = 0;
int right = 0;

int main() {
  std::thread first([] {
    left = 40;
    done.release();
  });
  std::thread second([] {
    right = 2;
    done.release();
  });
  done.acquire();
  done.acquire();
  const int sum = left + right;
  first.join();
  second.join();
  return sum == 42 ? 0 : 1;
}
