// verdict: fails
// cause: race
// One thread measures a text while another writes it.
#include <pthread.h>
#include <stddef.h>
#include <string.h>

char text[16] = "old";
size_t length = 0;

void* measure(void* nothing) {
  length = strlen(text);
  return nothing;
}

int main(void) {
  pthread_t reader;
  pthread_create(&reader, NULL, measure, NULL);
  strcpy(text, "a new text");
  pthread_join(reader, NULL);
  return 0;
}
