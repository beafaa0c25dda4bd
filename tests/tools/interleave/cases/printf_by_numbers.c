// verdict: unsupported
// says: numbered arguments are not followed
// An argument of printf may be named by its number. That is beyond the standard, and not modelled.
#include <stdio.h>

int main(void) {
  printf("%2$s %1$s\n", "world", "hello");
  return 0;
}
