// verdict: fails
// cause: stuck
// A thread that finds nothing to do leaves, and the other waits at the barrier for ever.
#define _GNU_SOURCE
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

pthread_barrier_t barrier;
atomic_int work_left = 1;

void* work(void* nothing) {
  work_left = 0;
  pthread_barrier_wait(&barrier);
  return nothing;
}

void* work_if_any(void* nothing) {
  if (work_left > 0) pthread_barrier_wait(&barrier);
  return nothing;
}

int main(void) {
  pthread_t first, second;
  pthread_barrier_init(&barrier, NULL, 2);
  pthread_create(&first, NULL, work, NULL);
  pthread_create(&second, NULL, work_if_any, NULL);
  pthread_join(first, NULL);
  pthread_join(second, NULL);
  return 0;
}
