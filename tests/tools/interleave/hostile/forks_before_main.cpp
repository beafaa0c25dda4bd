// verdict: unsupported
// says: fork()
// A static object's constructor starts a process, so that two would be explored at once.
#include <unistd.h>

struct Early {
  Early() { fork(); }
};
const Early early;

int main() { return 0; }
