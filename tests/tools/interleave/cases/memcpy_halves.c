// verdict: proved
// executions: 1
// Two threads copy to the two halves of an array: no byte is written by both.
#include <pthread.h>
#include <stddef.h>
#include <string.h>

const char text[64] = "some text";
char copies[128];

void* copy_text(void* half) {
  memcpy(half, text, sizeof text);
  return NULL;
}

int main(void) {
  pthread_t first, second;
  pthread_create(&first, NULL, copy_text, copies);
  pthread_create(&second, NULL, copy_text, copies + 64);
  pthread_join(first, NULL);
  pthread_join(second, NULL);
  return memcmp(copies, copies + 64, 64) == 0 ? 0 : 1;
}
