// verdict: fails
// cause: stuck
// In C nothing unlocks behind pthread_exit().
#include <pthread.h>
#include <stddef.h>

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
int total = 0;

void* add(void* nothing) {
  pthread_mutex_lock(&mutex);
  if (++total == 1) pthread_exit(NULL);
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
