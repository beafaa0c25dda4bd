// verdict: proved
// executions: 1
// Each thread has an errno of its own.
#include <errno.h>
#include <pthread.h>
#include <stddef.h>

int seen = 0;

void* fail(void* nothing) {
  errno = ENOENT;
  seen = errno;
  return nothing;
}

int main(void) {
  pthread_t worker;
  errno = EINVAL;
  pthread_create(&worker, NULL, fail, NULL);
  const int mine = errno;
  pthread_join(worker, NULL);
  return mine == EINVAL && seen == ENOENT ? 0 : 1;
}
