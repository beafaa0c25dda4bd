// verdict: fails
// cause: wrong_result
// says: exit code 4
// A static object's constructor ends the program with a code that is no success.
#include <cstdlib>

struct Early {
  Early() { std::exit(4); }
};
const Early early;

int main() { return 0; }
