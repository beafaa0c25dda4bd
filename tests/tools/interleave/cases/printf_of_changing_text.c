// verdict: fails
// cause: race
// One thread prints the text that the other one is writing: %s is read in the C library.
#include <pthread.h>
#include <stdio.h>
#include <string.h>

char text[16] = "before";

void* print(void* nothing) {
  printf("%d: %s\n", 1, text);
  return nothing;
}

int main(void) {
  pthread_t printer;
  pthread_create(&printer, NULL, print, NULL);
  strcpy(text, "after");
  pthread_join(printer, NULL);
  return 0;
}
