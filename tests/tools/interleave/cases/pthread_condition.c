// verdict: proved
// executions: 6
// Wait, signal and broadcast in C, with the flag under the lock and a loop around the wait.
#include <pthread.h>
#include <stddef.h>

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
int stage = 0;

void* answer(void* nothing) {
  pthread_mutex_lock(&mutex);
  while (stage != 1) pthread_cond_wait(&changed, &mutex);
  stage = 2;
  pthread_cond_broadcast(&changed);
  pthread_mutex_unlock(&mutex);
  return nothing;
}

int main(void) {
  pthread_t worker;
  pthread_create(&worker, NULL, answer, NULL);
  pthread_mutex_lock(&mutex);
  stage = 1;
  pthread_cond_signal(&changed);
  while (stage != 2) pthread_cond_wait(&changed, &mutex);
  pthread_mutex_unlock(&mutex);
  pthread_join(worker, NULL);
  return 0;
}
