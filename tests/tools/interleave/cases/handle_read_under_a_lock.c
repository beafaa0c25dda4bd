// verdict: proved
// The maker holds a lock until it has written the thread's name, and the thread takes that lock before it reads it.
#include <assert.h>
#include <pthread.h>
#include <stddef.h>

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
pthread_t helper;

void* compare(void* none) {
  pthread_mutex_lock(&mutex);
  assert(pthread_equal(helper, pthread_self()));
  pthread_mutex_unlock(&mutex);
  return none;
}

int main(void) {
  pthread_mutex_lock(&mutex);
  pthread_create(&helper, NULL, compare, NULL);
  pthread_mutex_unlock(&mutex);
  pthread_join(helper, NULL);
  return 0;
}
