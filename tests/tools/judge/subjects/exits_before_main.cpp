// tests/tools/judge/subjects: Ends with code 0 in a static initialiser, before main() has begun.
#include <cstdlib>

namespace {
const int never_used = (std::_Exit(0), 0);
}

int main() { return never_used; }
