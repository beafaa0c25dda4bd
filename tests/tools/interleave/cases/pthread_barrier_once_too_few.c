// verdict: fails
// cause: race
// One barrier keeps the reading behind the first writing, but not the second writing behind the reading.
#define _GNU_SOURCE
#include <pthread.h>
#include <stddef.h>

pthread_barrier_t barrier;
int value = 0;
int seen = 0;

void* write_twice(void* nothing) {
  value = 1;
  pthread_barrier_wait(&barrier);
  value = 2;
  return nothing;
}

void* read_once(void* nothing) {
  pthread_barrier_wait(&barrier);
  seen = value;
  return nothing;
}

int main(void) {
  pthread_t writer, reader;
  pthread_barrier_init(&barrier, NULL, 2);
  pthread_create(&writer, NULL, write_twice, NULL);
  pthread_create(&reader, NULL, read_once, NULL);
  pthread_join(writer, NULL);
  pthread_join(reader, NULL);
  return 0;
}
