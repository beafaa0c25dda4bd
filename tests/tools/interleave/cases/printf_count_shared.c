// verdict: fails
// cause: race
// Each thread prints into a buffer of its own, but both have the letters counted into the same variable, by %n.
#include <pthread.h>
#include <stdio.h>

int letters = 0;

void* print(void* text) {
  char buffer[16];
  snprintf(buffer, sizeof buffer, "%s%n", (const char*)text, &letters);
  return NULL;
}

int main(void) {
  pthread_t helper;
  pthread_create(&helper, NULL, print, "one");
  print("three");
  pthread_join(helper, NULL);
  return 0;
}
