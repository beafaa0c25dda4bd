// verdict: proved
// executions: 2
// A mutex may be destroyed as soon as nobody holds it or will: here, once the only other thread has been joined.
#include <pthread.h>
#include <stddef.h>

pthread_mutex_t mutex;
int total = 0;

void* add(void* nothing) {
  pthread_mutex_lock(&mutex);
  ++total;
  pthread_mutex_unlock(&mutex);
  return nothing;
}

int main(void) {
  pthread_t worker;
  pthread_mutex_init(&mutex, NULL);
  pthread_create(&worker, NULL, add, NULL);
  add(NULL);
  pthread_join(worker, NULL);
  pthread_mutex_destroy(&mutex);
  return total == 2 ? 0 : 1;
}
