// verdict: fails
// cause: wrong_result
// The lock is held while reading and while writing, but not in between: an addition can be lost without any race.
#define _GNU_SOURCE
#include <pthread.h>
#include <stddef.h>

pthread_spinlock_t lock;
int total = 0;

void* add(void* nothing) {
  pthread_spin_lock(&lock);
  const int seen = total;
  pthread_spin_unlock(&lock);
  pthread_spin_lock(&lock);
  total = seen + 1;
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
  return total == 2 ? 0 : 1;
}
