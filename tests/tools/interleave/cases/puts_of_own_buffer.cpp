// verdict: proved
// silent: race
// Each thread prints what it alone writes; the order of the lines is nobody's concern here.
#include <cstdio>
#include <cstring>
#include <thread>

void print(const char* text) {
  char buffer[16];
  std::strcpy(buffer, text);
  std::puts(buffer);
}

int main() {
  std::thread other(print, "other");
  print("main");
  other.join();
}
