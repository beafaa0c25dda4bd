// verdict: fails
// cause: race
// Two threads have the clock written into one variable.
#include <pthread.h>
#include <stddef.h>
#include <time.h>

struct timespec now;

void* look(void* none) {
  clock_gettime(CLOCK_MONOTONIC, &now);
  return none;
}

int main(void) {
  pthread_t helper;
  pthread_create(&helper, NULL, look, NULL);
  look(NULL);
  pthread_join(helper, NULL);
  return 0;
}
