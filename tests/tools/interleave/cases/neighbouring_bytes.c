// verdict: proved
// executions: 1
// Two bytes of one word are two variables.
#include <pthread.h>
#include <stddef.h>

char bytes[2];

void* set(void* byte) {
  *(char*)byte = 21;
  return NULL;
}

int main(void) {
  pthread_t first, second;
  pthread_create(&first, NULL, set, &bytes[0]);
  pthread_create(&second, NULL, set, &bytes[1]);
  pthread_join(first, NULL);
  pthread_join(second, NULL);
  return bytes[0] + bytes[1] == 42 ? 0 : 1;
}
