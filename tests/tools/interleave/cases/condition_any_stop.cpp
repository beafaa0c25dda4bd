// verdict: proved
// A wait with a stop token ends when somebody asks the thread to stop, and needs no notification.
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

std::mutex mutex;
std::condition_variable_any changed;
bool stopped = false;

int main() {
  {
    std::jthread worker([](std::stop_token stop) {
      std::unique_lock lock(mutex);
      changed.wait(lock, stop, [] { return false; });
      stopped = stop.stop_requested();
    });
  }
  return stopped ? 0 : 1;
}
