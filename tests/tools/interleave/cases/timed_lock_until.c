// verdict: proved
// executions: 4
// pthread_mutex_clocklock() and pthread_mutex_timedlock() lock like any other lock where they return 0.
#define _GNU_SOURCE
#include <pthread.h>
#include <stddef.h>
#include <time.h>

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
int total = 0;

void* add_by_steady_clock(void* nothing) {
  struct timespec end;
  clock_gettime(CLOCK_MONOTONIC, &end);
  end.tv_sec += 1;
  if (pthread_mutex_clocklock(&mutex, CLOCK_MONOTONIC, &end) == 0) {
    ++total;
    pthread_mutex_unlock(&mutex);
  }
  return nothing;
}

void* add_by_system_clock(void* nothing) {
  struct timespec end;
  clock_gettime(CLOCK_REALTIME, &end);
  end.tv_sec += 1;
  if (pthread_mutex_timedlock(&mutex, &end) == 0) {
    ++total;
    pthread_mutex_unlock(&mutex);
  }
  return nothing;
}

int main(void) {
  pthread_t first, second;
  pthread_create(&first, NULL, add_by_steady_clock, NULL);
  pthread_create(&second, NULL, add_by_system_clock, NULL);
  pthread_join(first, NULL);
  pthread_join(second, NULL);
  return total >= 1 ? 0 : 1;
}
