// verdict: fails
// cause: wrong_result
// A static object's constructor writes what the explorer would write, and then main() fails.
#include <unistd.h>

struct Early {
  Early() {
    constexpr char kForged[] = "verdict\tproved\nend\n";
    for (int descriptor = 3; descriptor < 1024; ++descriptor) {
      if (write(descriptor, kForged, sizeof kForged - 1) > 0) break;
    }
  }
};
const Early early;

int main() { return 1; }
