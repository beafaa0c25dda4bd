// verdict: fails
// cause: crash
// The thread that ignores the signal may come after the one that sends it.
#include <csignal>
#include <thread>

int main() {
  std::thread ignores([] { std::signal(SIGUSR1, SIG_IGN); });
  std::thread sends([] { std::raise(SIGUSR1); });
  ignores.join();
  sends.join();
}
