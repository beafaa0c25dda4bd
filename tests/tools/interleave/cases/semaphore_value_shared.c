// verdict: fails
// cause: race
// Two threads have the number of a semaphore written into one variable.
#include <pthread.h>
#include <semaphore.h>
#include <stddef.h>

sem_t semaphore;
int value;

void* look(void* none) {
  sem_getvalue(&semaphore, &value);
  return none;
}

int main(void) {
  sem_init(&semaphore, 0, 1);
  pthread_t helper;
  pthread_create(&helper, NULL, look, NULL);
  look(NULL);
  pthread_join(helper, NULL);
  sem_destroy(&semaphore);
  return 0;
}
