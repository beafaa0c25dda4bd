// verdict: fails
// cause: race
// One thread writes into the buffer that the other prints. The C library reads it, where no compiler looks.
#include <cstdio>
#include <cstring>
#include <thread>

char buffer[16] = "before";

int main() {
  std::thread writer([] { std::strcpy(buffer, "after"); });
  std::puts(buffer);
  writer.join();
}
