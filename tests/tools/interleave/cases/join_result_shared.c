// verdict: fails
// cause: race
// Two threads join one each, and take its result into one variable.
#include <pthread.h>
#include <stddef.h>

void* result;

void* nothing(void* none) { return none; }

void* make_and_join(void* none) {
  pthread_t made;
  pthread_create(&made, NULL, nothing, NULL);
  pthread_join(made, &result);
  return none;
}

int main(void) {
  pthread_t helper;
  pthread_create(&helper, NULL, make_and_join, NULL);
  make_and_join(NULL);
  pthread_join(helper, NULL);
  return 0;
}
