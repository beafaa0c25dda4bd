// verdict: proved
// executions: 2
// A semaphore of one is a lock.
#include <pthread.h>
#include <semaphore.h>
#include <stddef.h>

sem_t free_places;
int total = 0;

void* add(void* nothing) {
  sem_wait(&free_places);
  ++total;
  sem_post(&free_places);
  return nothing;
}

int main(void) {
  pthread_t first, second;
  sem_init(&free_places, 0, 1);
  pthread_create(&first, NULL, add, NULL);
  pthread_create(&second, NULL, add, NULL);
  pthread_join(first, NULL);
  pthread_join(second, NULL);
  sem_destroy(&free_places);
  return total == 2 ? 0 : 1;
}
