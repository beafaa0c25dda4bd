// verdict: proved
// The signal is ignored before anybody sends it.
#include <csignal>
#include <thread>

int main() {
  std::signal(SIGUSR1, SIG_IGN);
  std::thread first([] { std::raise(SIGUSR1); });
  std::thread second([] { std::raise(SIGUSR1); });
  first.join();
  second.join();
}
