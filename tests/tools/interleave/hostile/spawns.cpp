// verdict: unsupported
// says: posix_spawn()
// posix_spawn() starts a process.
#include <spawn.h>
#include <unistd.h>

#include <atomic>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) {
      pid_t child = 0;
      char name[] = "sleep";
      char time[] = "1000";
      char* const arguments[] = {name, time, nullptr};
      posix_spawn(&child, "/bin/sleep", nullptr, nullptr, arguments, environ);
    };
  });
  late = true;
  worker.join();
  return 0;
}
