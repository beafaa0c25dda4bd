// verdict: fails
// cause: race
// Two bit-fields side by side are one variable.
#include <pthread.h>
#include <stddef.h>

struct {
  unsigned left : 4;
  unsigned right : 4;
} bits;

void* set_left(void* nothing) {
  bits.left = 1;
  return nothing;
}

void* set_right(void* nothing) {
  bits.right = 1;
  return nothing;
}

int main(void) {
  pthread_t first, second;
  pthread_create(&first, NULL, set_left, NULL);
  pthread_create(&second, NULL, set_right, NULL);
  pthread_join(first, NULL);
  pthread_join(second, NULL);
  return 0;
}
