// verdict: proved
// executions: 6
// The destructor asks the thread to stop, and the thread looks whether it was asked.
#include <stop_token>
#include <thread>

bool stopped = false;

int main() {
  {
    const std::jthread worker([](std::stop_token stop) {
      while (!stop.stop_requested()) std::this_thread::yield();
      stopped = true;
    });
  }
  return stopped ? 0 : 1;
}
