// verdict: fails
// cause: wrong_result
// sem_timedwait() may come back without the semaphore, and this program does not look.
#define _GNU_SOURCE
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stddef.h>
#include <time.h>

sem_t done;
atomic_int value = 0;

void* work(void* nothing) {
  value = 42;
  sem_post(&done);
  return nothing;
}

int main(void) {
  pthread_t worker;
  struct timespec end;
  sem_init(&done, 0, 0);
  pthread_create(&worker, NULL, work, NULL);
  clock_gettime(CLOCK_REALTIME, &end);
  end.tv_sec += 1;
  sem_timedwait(&done, &end);
  const int seen = value;
  pthread_join(worker, NULL);
  return seen == 42 ? 0 : 1;
}
