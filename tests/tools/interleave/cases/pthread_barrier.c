// verdict: proved
// executions: 4
// Both write their half, wait for each other, and read the other's.
#define _GNU_SOURCE
#include <pthread.h>
#include <stddef.h>

pthread_barrier_t barrier;
int left = 0;
int right = 0;
int left_sum = 0;
int right_sum = 0;

void* write_left(void* nothing) {
  left = 1;
  pthread_barrier_wait(&barrier);
  left_sum = left + right;
  return nothing;
}

void* write_right(void* nothing) {
  right = 2;
  pthread_barrier_wait(&barrier);
  right_sum = left + right;
  return nothing;
}

int main(void) {
  pthread_t first, second;
  pthread_barrier_init(&barrier, NULL, 2);
  pthread_create(&first, NULL, write_left, NULL);
  pthread_create(&second, NULL, write_right, NULL);
  pthread_join(first, NULL);
  pthread_join(second, NULL);
  pthread_barrier_destroy(&barrier);
  return left_sum == 3 && right_sum == 3 ? 0 : 1;
}
