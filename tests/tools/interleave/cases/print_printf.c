// verdict: proved
// executions: 2
// says: depends on the order
// Two threads print in C; either line may come first.
#include <pthread.h>
#include <stddef.h>
#include <stdio.h>

void* print(void* name) {
  printf("%s\n", (const char*)name);
  return NULL;
}

int main(void) {
  pthread_t first, second;
  pthread_create(&first, NULL, print, "first");
  pthread_create(&second, NULL, print, "second");
  pthread_join(first, NULL);
  pthread_join(second, NULL);
  return 0;
}
