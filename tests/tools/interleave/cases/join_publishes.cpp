// verdict: proved
// executions: 1
// What main wrote before it created a thread is seen by the thread; what the thread wrote is seen after join().
#include <thread>

int question = 0;
int answer = 0;

int main() {
  question = 6;
  std::thread worker([] { answer = question * 7; });
  worker.join();
  return answer == 42 ? 0 : 1;
}
