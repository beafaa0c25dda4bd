// verdict: fails
// cause: use_after_free, race
// The detached thread is handed something that main frees without waiting for it.
#include <atomic>
#include <thread>

int main() {
  auto* const counter = new std::atomic<int>(0);
  std::thread([counter] { ++*counter; }).detach();
  delete counter;
  return 0;
}
