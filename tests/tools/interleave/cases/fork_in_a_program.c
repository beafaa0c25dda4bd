// verdict: unsupported, nothing_found
// A second process is not explored, so nothing about this program is proved.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  const pid_t child = fork();
  if (child == 0) _exit(0);
  waitpid(child, NULL, 0);
  return 0;
}
