// verdict: proved
// executions: 2
// Atomic additions in C.
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

atomic_int total = 0;

void* add(void* nothing) {
  atomic_fetch_add(&total, 1);
  return nothing;
}

int main(void) {
  pthread_t first, second;
  pthread_create(&first, NULL, add, NULL);
  pthread_create(&second, NULL, add, NULL);
  pthread_join(first, NULL);
  pthread_join(second, NULL);
  return total == 2 ? 0 : 1;
}
