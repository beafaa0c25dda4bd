// verdict: proved
// executions: 2
// An error-checking mutex refuses a second lock by its owner and an unlock by another, and says so.
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stddef.h>

pthread_mutex_t mutex = PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP;
int wrong = 0;

void* use(void* nothing) {
  if (pthread_mutex_unlock(&mutex) != EPERM) return &wrong;
  pthread_mutex_lock(&mutex);
  if (pthread_mutex_lock(&mutex) != EDEADLK) wrong = 1;
  pthread_mutex_unlock(&mutex);
  return nothing;
}

int main(void) {
  pthread_t first, second;
  void* first_result;
  void* second_result;
  pthread_create(&first, NULL, use, NULL);
  pthread_create(&second, NULL, use, NULL);
  pthread_join(first, &first_result);
  pthread_join(second, &second_result);
  return wrong || first_result != NULL || second_result != NULL;
}
