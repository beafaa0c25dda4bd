// verdict: proved
// executions: 2
// pthread's own spin lock around an addition.
#define _GNU_SOURCE
#include <pthread.h>
#include <stddef.h>

pthread_spinlock_t lock;
int total = 0;

void* add(void* nothing) {
  pthread_spin_lock(&lock);
  ++total;
  pthread_spin_unlock(&lock);
  return nothing;
}

int main(void) {
  pthread_t first, second;
  pthread_spin_init(&lock, PTHREAD_PROCESS_PRIVATE);
  pthread_create(&first, NULL, add, NULL);
  pthread_create(&second, NULL, add, NULL);
  pthread_join(first, NULL);
  pthread_join(second, NULL);
  pthread_spin_destroy(&lock);
  return total == 2 ? 0 : 1;
}
