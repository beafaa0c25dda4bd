// verdict: fails
// cause: stuck
// One signal for two threads that wait for the same flag. pthread_cond_broadcast() would wake both.
#include <pthread.h>
#include <stddef.h>

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
int ready = 0;

void* wait_until_ready(void* nothing) {
  pthread_mutex_lock(&mutex);
  while (!ready) pthread_cond_wait(&changed, &mutex);
  pthread_mutex_unlock(&mutex);
  return nothing;
}

int main(void) {
  pthread_t first, second;
  pthread_create(&first, NULL, wait_until_ready, NULL);
  pthread_create(&second, NULL, wait_until_ready, NULL);
  pthread_mutex_lock(&mutex);
  ready = 1;
  pthread_cond_signal(&changed);
  pthread_mutex_unlock(&mutex);
  pthread_join(first, NULL);
  pthread_join(second, NULL);
  return 0;
}
