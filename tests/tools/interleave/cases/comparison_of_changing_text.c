// verdict: fails
// cause: race
// Each thread asks whether a command is there that the other one may be writing.
#include <pthread.h>
#include <stddef.h>
#include <string.h>

char command[16] = "wait";

void* stop(void* nothing) {
  if (strncmp(command, "wait", 4) == 0) strcpy(command, "stop");
  return nothing;
}

int main(void) {
  pthread_t helper;
  pthread_create(&helper, NULL, stop, NULL);
  stop(NULL);
  pthread_join(helper, NULL);
  return 0;
}
