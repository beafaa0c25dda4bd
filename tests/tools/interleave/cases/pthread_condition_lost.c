// verdict: fails
// cause: lost_wakeup
// A signal is not kept for a thread that waits later.
#include <pthread.h>
#include <stddef.h>

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
pthread_cond_t changed = PTHREAD_COND_INITIALIZER;

void* wait_once(void* nothing) {
  pthread_mutex_lock(&mutex);
  pthread_cond_wait(&changed, &mutex);
  pthread_mutex_unlock(&mutex);
  return nothing;
}

int main(void) {
  pthread_t waiter;
  pthread_create(&waiter, NULL, wait_once, NULL);
  pthread_cond_signal(&changed);
  pthread_join(waiter, NULL);
  return 0;
}
