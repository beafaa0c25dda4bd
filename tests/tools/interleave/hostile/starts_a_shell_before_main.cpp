// verdict: unsupported
// says: system()
// Starts another process in a static initialiser, before there is a schedule.
#include <cstdlib>

const int started = std::system("true");

int main() { return started; }
