// verdict: unsupported
// says: read()
// One thread waits for a pipe that another one writes to. The explorer can't let a thread wait for the system.
#include <unistd.h>

#include <thread>

int main() {
  int ends[2];
  if (pipe(ends) != 0) return 1;
  std::thread writer([&] { [[maybe_unused]] const ssize_t count = write(ends[1], "x", 1); });
  char letter = 0;
  [[maybe_unused]] const ssize_t count = read(ends[0], &letter, 1);
  writer.join();
  return letter == 'x' ? 0 : 1;
}
