// verdict: fails
// cause: use_after_free
// The reader frees the message; the writer, when it comes late, looks into it once more.
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

_Atomic(atomic_int*) message = NULL;

void* read_message(void* nothing) {
  atomic_int* const mine = message;
  if (mine == NULL) return nothing;
  *mine = 2;
  free(mine);
  message = NULL;
  return nothing;
}

int main(void) {
  pthread_t reader;
  atomic_int* const mine = malloc(sizeof *mine);
  *mine = 1;
  message = mine;
  pthread_create(&reader, NULL, read_message, NULL);
  if (message == NULL) *mine = 3;
  pthread_join(reader, NULL);
  return 0;
}
