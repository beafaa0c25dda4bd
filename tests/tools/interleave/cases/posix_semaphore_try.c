// verdict: proved
// executions: 2
// sem_trywait() takes the semaphore or not; this program counts on it only where it did.
#include <pthread.h>
#include <semaphore.h>
#include <stddef.h>

sem_t done;
int value = 0;

void* work(void* nothing) {
  value = 42;
  sem_post(&done);
  return nothing;
}

int main(void) {
  pthread_t worker;
  int seen = 42;
  sem_init(&done, 0, 0);
  pthread_create(&worker, NULL, work, NULL);
  if (sem_trywait(&done) == 0) seen = value;
  pthread_join(worker, NULL);
  return seen == 42 ? 0 : 1;
}
