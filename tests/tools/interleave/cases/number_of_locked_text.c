// verdict: proved
// silent: race
// Two threads count in a text, which each of them reads as a number and writes anew; a lock makes that one step.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
// mutex must be held to touch it:
char count[16] = "0";

void* add_one(void* nothing) {
  pthread_mutex_lock(&mutex);
  snprintf(count, sizeof count, "%d", atoi(count) + 1);
  pthread_mutex_unlock(&mutex);
  return nothing;
}

int main(void) {
  pthread_t helper;
  pthread_create(&helper, NULL, add_one, NULL);
  add_one(NULL);
  pthread_join(helper, NULL);
  return atoi(count) == 2 ? 0 : 1;
}
