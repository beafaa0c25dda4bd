// verdict: fails
// cause: race
// trylock() may say that the mutex is taken, and unlock() that it is another's. Who does not listen is not locked.
#define _GNU_SOURCE
#include <pthread.h>
#include <stddef.h>

pthread_mutex_t mutex = PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP;
int total = 0;

void* add(void* nothing) {
  pthread_mutex_trylock(&mutex);
  ++total;
  pthread_mutex_unlock(&mutex);
  return nothing;
}

int main(void) {
  pthread_t first, second;
  pthread_create(&first, NULL, add, NULL);
  pthread_create(&second, NULL, add, NULL);
  pthread_join(first, NULL);
  pthread_join(second, NULL);
  return 0;
}
