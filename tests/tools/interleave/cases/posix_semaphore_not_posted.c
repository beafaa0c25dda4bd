// verdict: fails
// cause: stuck
// A thread that is told to stop leaves without giving back its place.
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stddef.h>

sem_t free_places;
atomic_int stop = 0;

void* work(void* nothing) {
  sem_wait(&free_places);
  if (stop) return nothing;
  sem_post(&free_places);
  return nothing;
}

int main(void) {
  pthread_t worker;
  sem_init(&free_places, 0, 1);
  pthread_create(&worker, NULL, work, NULL);
  stop = 1;
  sem_wait(&free_places);
  sem_post(&free_places);
  pthread_join(worker, NULL);
  return 0;
}
