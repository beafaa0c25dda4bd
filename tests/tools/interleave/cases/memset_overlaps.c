// verdict: fails
// cause: race
// Two threads fill neighbouring parts of an array, and one byte belongs to both.
#include <pthread.h>
#include <stddef.h>
#include <string.h>

char bytes[101];

void* fill_left(void* nothing) {
  memset(bytes, 1, 51);
  return nothing;
}

void* fill_right(void* nothing) {
  memset(bytes + 50, 2, 51);
  return nothing;
}

int main(void) {
  pthread_t first, second;
  pthread_create(&first, NULL, fill_left, NULL);
  pthread_create(&second, NULL, fill_right, NULL);
  pthread_join(first, NULL);
  pthread_join(second, NULL);
  return 0;
}
