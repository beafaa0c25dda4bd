// verdict: proved, nothing_found
// Names and processors of threads are the system's business; a schedule does without.
#include <pthread.h>

#include <atomic>
#include <thread>

std::atomic<int> first{0};

int main() {
  std::thread worker([] { first.exchange(1); });
  pthread_setname_np(worker.native_handle(), "worker");
  cpu_set_t processors;
  CPU_ZERO(&processors);
  CPU_SET(0, &processors);
  pthread_setaffinity_np(worker.native_handle(), sizeof processors, &processors);
  first.exchange(2);
  worker.join();
  return 0;
}
