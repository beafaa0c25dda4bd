// verdict: fails
// cause: race
// Two threads make a mutex each, and prepare its attributes in one variable.
#include <pthread.h>
#include <stddef.h>

pthread_mutexattr_t attributes;

void* make_mutex(void* none) {
  pthread_mutex_t mutex;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_init(&mutex, &attributes);
  pthread_mutex_destroy(&mutex);
  return none;
}

int main(void) {
  pthread_t helper;
  pthread_create(&helper, NULL, make_mutex, NULL);
  make_mutex(NULL);
  pthread_join(helper, NULL);
  return 0;
}
