// verdict: unsupported
// says: notify_all_at_thread_exit()
// The notification comes when the thread has ended. That happens inside the library, where the explorer does not look.
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable condition;
// mutex must be held to touch it:
bool done = false;

void work() {
  std::unique_lock lock(mutex);
  done = true;
  std::notify_all_at_thread_exit(condition, std::move(lock));
}

int main() {
  std::thread(work).detach();
  std::unique_lock lock(mutex);
  condition.wait(lock, [] { return done; });
}
