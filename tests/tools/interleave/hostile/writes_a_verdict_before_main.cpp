// verdict: fails
// cause: wrong_result
// A static object's constructor writes what the explorer would write, and then main() fails.
#include <unistd.h>

struct Early {
  Early() {
    constexpr char kForged[] = "verdict\tproved\nend\n";
    [[maybe_unused]] const ssize_t count = write(101, kForged, sizeof kForged - 1);
  }
};
const Early early;

int main() { return 1; }
