// verdict: proved
// main may end before the other thread: the program ends with the last of them, and its code is 0.
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

atomic_int progress = 0;

void* work(void* nothing) {
  ++progress;
  return nothing;
}

int main(void) {
  pthread_t worker;
  pthread_create(&worker, NULL, work, NULL);
  pthread_detach(worker);
  pthread_exit(NULL);
}
