// verdict: nothing_found
// says: ostringstream
// Two threads write numbers to one string stream, and nobody locks it for them. They do so inside the library, where
// the explorer does not look: so at least it does not say that all is well.
#include <sstream>
#include <thread>

std::ostringstream numbers;

int main() {
  std::thread first([] { numbers << 1; });
  std::thread second([] { numbers << 2; });
  first.join();
  second.join();
  return numbers.str().size() == 2 ? 0 : 1;
}
