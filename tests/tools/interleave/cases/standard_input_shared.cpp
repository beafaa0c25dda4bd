// verdict: nothing_found
// says: std::istream::operator>>
// Two threads read from the standard input into one variable. They do so inside the library, where the explorer does
// not look: so at least it does not say that all is well.
#include <iostream>
#include <thread>

int number = 0;

int main() {
  std::thread helper([] { std::cin >> number; });
  std::cin >> number;
  helper.join();
}
