// verdict: proved
// executions: 2
// pthread_once() runs its function once, and both threads see what it did.
#include <pthread.h>
#include <stddef.h>

pthread_once_t once = PTHREAD_ONCE_INIT;
int times_run = 0;

void run(void) { ++times_run; }

void* use(void* nothing) {
  pthread_once(&once, run);
  return times_run == 1 ? nothing : &times_run;
}

int main(void) {
  pthread_t first, second;
  void* first_result;
  void* second_result;
  pthread_create(&first, NULL, use, NULL);
  pthread_create(&second, NULL, use, NULL);
  pthread_join(first, &first_result);
  pthread_join(second, &second_result);
  return first_result != NULL || second_result != NULL;
}
