// verdict: proved
// silent: race
// One thread looks for the end of a name, another one writes the value behind it. The search stops before that.
#include <pthread.h>
#include <stddef.h>
#include <string.h>

char setting[16] = "name=old";
long length = 0;

void* measure(void* nothing) {
  length = strchr(setting, '=') - setting;
  return nothing;
}

int main(void) {
  pthread_t reader;
  pthread_create(&reader, NULL, measure, NULL);
  strcpy(setting + 5, "new");
  pthread_join(reader, NULL);
  return length == 4 ? 0 : 1;
}
