// verdict: unsupported
// says: before main() began
// A static object's constructor ends the program: with 0, but main() has never begun, so nothing was explored.
#include <cstdlib>

struct Early {
  Early() { std::exit(0); }
};
const Early early;

int main() { return 1; }
