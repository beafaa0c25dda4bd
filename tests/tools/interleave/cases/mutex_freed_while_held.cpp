// verdict: fails
// cause: destroyed_locked, use_after_free, race
// `done` is set while the mutex is held: who sees it and frees the mutex is too early.
#include <atomic>
#include <mutex>
#include <thread>

struct Job {
  std::mutex mutex;
  std::atomic<bool> done{false};
};

int main() {
  Job* const job = new Job;
  std::thread worker([job] {
    const std::lock_guard hold(job->mutex);
    job->done = true;
  });
  while (!job->done) std::this_thread::yield();
  delete job;
  worker.join();
  return 0;
}
