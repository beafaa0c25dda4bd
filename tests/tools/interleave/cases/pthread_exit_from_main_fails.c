// verdict: fails
// cause: wrong_result
// The other thread runs on when main has ended, and ends the program with 1 where main was first.
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

atomic_int main_has_ended = 0;

void* work(void* nothing) {
  if (main_has_ended) exit(1);
  return nothing;
}

int main(void) {
  pthread_t worker;
  pthread_create(&worker, NULL, work, NULL);
  pthread_detach(worker);
  main_has_ended = 1;
  pthread_exit(NULL);
}
