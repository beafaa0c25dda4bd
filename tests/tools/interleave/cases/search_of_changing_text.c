// verdict: fails
// cause: race
// One thread looks for a letter in a text that another one is writing. It looks inside the C library.
#include <pthread.h>
#include <stddef.h>
#include <string.h>

char setting[16] = "name=old";
const char* value = NULL;

void* find_value(void* nothing) {
  value = strchr(setting, '=');
  return nothing;
}

int main(void) {
  pthread_t reader;
  pthread_create(&reader, NULL, find_value, NULL);
  setting[4] = ':';
  pthread_join(reader, NULL);
  return 0;
}
