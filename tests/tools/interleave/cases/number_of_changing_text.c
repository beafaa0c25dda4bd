// verdict: fails
// cause: race
// One thread reads a number from a text while another one writes its last digit. The digit is read in the C library.
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>

char text[16] = "41";
int number = 0;

void* read_number(void* nothing) {
  number = atoi(text);
  return nothing;
}

int main(void) {
  pthread_t reader;
  pthread_create(&reader, NULL, read_number, NULL);
  text[1] = '2';
  pthread_join(reader, NULL);
  return 0;
}
