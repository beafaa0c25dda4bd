// verdict: fails
// cause: race
// main reads the answer before it joins the thread that writes it.
#include <thread>

int answer = 0;

int read_too_early = 0;

int main() {
  std::thread worker([] { answer = 42; });
  read_too_early = answer;
  worker.join();
  return 0;
}
