// verdict: proved
// executions: 5
// pthread_cond_timedwait() says ETIMEDOUT where the time is over; the program then does without.
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stddef.h>
#include <time.h>

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
int ready = 0;
int ready_or_late = 0;

void* wait_until_ready(void* nothing) {
  struct timespec end;
  clock_gettime(CLOCK_REALTIME, &end);
  end.tv_sec += 1;
  int result = 0;
  pthread_mutex_lock(&mutex);
  while (!ready && result != ETIMEDOUT) result = pthread_cond_timedwait(&changed, &mutex, &end);
  ready_or_late = ready || result == ETIMEDOUT;
  pthread_mutex_unlock(&mutex);
  return nothing;
}

int main(void) {
  pthread_t waiter;
  pthread_create(&waiter, NULL, wait_until_ready, NULL);
  pthread_mutex_lock(&mutex);
  ready = 1;
  pthread_cond_signal(&changed);
  pthread_mutex_unlock(&mutex);
  pthread_join(waiter, NULL);
  return ready_or_late ? 0 : 1;
}
