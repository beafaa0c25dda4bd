// verdict: proved
// executions: 2
// The same in C: one writes both halves, one reads both.
#define _GNU_SOURCE
#include <pthread.h>
#include <stddef.h>

pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
int left = 0;
int right = 0;
int equal = 0;

void* write_both(void* nothing) {
  pthread_rwlock_wrlock(&lock);
  left = 1;
  right = 1;
  pthread_rwlock_unlock(&lock);
  return nothing;
}

void* compare(void* nothing) {
  pthread_rwlock_rdlock(&lock);
  equal = left == right;
  pthread_rwlock_unlock(&lock);
  return nothing;
}

int main(void) {
  pthread_t writer, reader;
  pthread_create(&writer, NULL, write_both, NULL);
  pthread_create(&reader, NULL, compare, NULL);
  pthread_join(writer, NULL);
  pthread_join(reader, NULL);
  return equal ? 0 : 1;
}
