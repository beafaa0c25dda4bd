// verdict: proved
// executions: 1
// pthread_exit() ends a thread from within a function that it called, with a result for pthread_join().
#include <pthread.h>
#include <stddef.h>

int result = 0;

static void finish(int value) {
  result = value;
  pthread_exit(&result);
}

void* work(void* nothing) {
  finish(42);
  return nothing;
}

int main(void) {
  pthread_t worker;
  void* returned = NULL;
  pthread_create(&worker, NULL, work, NULL);
  pthread_join(worker, &returned);
  return returned == &result && result == 42 ? 0 : 1;
}
