// verdict: fails
// cause: race
// Each thread reads a number of its own, but both let the C library note its end in the same variable.
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>

char* end = NULL;

void* read_number(void* text) {
  strtol((const char*)text, &end, 10);
  return NULL;
}

int main(void) {
  pthread_t helper;
  pthread_create(&helper, NULL, read_number, "1");
  read_number("2");
  pthread_join(helper, NULL);
  return 0;
}
