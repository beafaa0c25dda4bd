// verdict: fails
// cause: race
// One thread copies a text while another changes a byte of it.
#include <pthread.h>
#include <stddef.h>
#include <string.h>

char text[64] = "some text";
char copy[64];

void* copy_text(void* nothing) {
  memcpy(copy, text, sizeof text);
  return nothing;
}

int main(void) {
  pthread_t copier;
  pthread_create(&copier, NULL, copy_text, NULL);
  text[63] = 1;
  pthread_join(copier, NULL);
  return 0;
}
