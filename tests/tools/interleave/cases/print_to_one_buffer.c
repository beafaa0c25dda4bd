// verdict: fails
// cause: race
// Two threads print into one buffer, each its own number.
#include <pthread.h>
#include <stdio.h>

char letters[16];

void* print(void* number) {
  snprintf(letters, sizeof letters, "%d", *(int*)number);
  return NULL;
}

int main(void) {
  int numbers[] = {1, 2};
  pthread_t threads[2];
  for (int i = 0; i < 2; ++i) pthread_create(&threads[i], NULL, print, &numbers[i]);
  for (int i = 0; i < 2; ++i) pthread_join(threads[i], NULL);
  return 0;
}
