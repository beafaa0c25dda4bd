// verdict: fails
// cause: race
// A thread looks for its own name where its maker may not have written it yet.
#include <pthread.h>
#include <stddef.h>

pthread_t helper;

void* compare(void* none) {
  (void)pthread_equal(helper, pthread_self());
  return none;
}

int main(void) {
  pthread_create(&helper, NULL, compare, NULL);
  pthread_join(helper, NULL);
  return 0;
}
