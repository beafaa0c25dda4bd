// verdict: proved
// silent: race
// says: depends on the order
// One thread prints the text that the other one writes, and both hold a lock for it.
#include <pthread.h>
#include <stdio.h>
#include <string.h>

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
// mutex must be held to touch it:
char text[16] = "before";

void* print(void* nothing) {
  pthread_mutex_lock(&mutex);
  printf("%d: %s\n", 1, text);
  pthread_mutex_unlock(&mutex);
  return nothing;
}

int main(void) {
  pthread_t printer;
  pthread_create(&printer, NULL, print, NULL);
  pthread_mutex_lock(&mutex);
  strcpy(text, "after");
  pthread_mutex_unlock(&mutex);
  pthread_join(printer, NULL);
  return 0;
}
