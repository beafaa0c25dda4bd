// verdict: fails
// cause: wrong_result
// says: exit code 9
// The handler that the program sets for std::terminate() ends it with a code of its own.
#include <atomic>
#include <cstdlib>
#include <exception>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) {
      std::set_terminate([] { std::_Exit(9); });
      throw 1;
    };
  });
  late = true;
  worker.join();
  return 0;
}
