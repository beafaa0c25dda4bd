// verdict: fails
// cause: destroyed_locked
// main asks whether the mutex is free, ignores the answer, and destroys it.
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stddef.h>

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
atomic_int begun = 0;

void* work(void* nothing) {
  pthread_mutex_lock(&mutex);
  begun = 1;
  pthread_mutex_unlock(&mutex);
  return nothing;
}

int main(void) {
  pthread_t worker;
  pthread_create(&worker, NULL, work, NULL);
  while (!begun) sched_yield();
  if (pthread_mutex_trylock(&mutex) == 0) pthread_mutex_unlock(&mutex);
  pthread_mutex_destroy(&mutex);
  pthread_join(worker, NULL);
  return 0;
}
