// tests/tools/jail/floods.cpp: a program that takes too much of something, or leaves something behind, as its first
// argument says. The tests put it under limits of their own before they start it.
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <functional>
#include <iostream>
#include <map>
#include <new>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

extern char** environ;

namespace {

[[noreturn]] void wait_for_ever() {
  while (true) pause();
}

// As many as it gets. All of them stay.
int forks() {
  int count = 0;
  for (pid_t child = fork(); child >= 0 && count < 1000; child = fork()) {
    if (child == 0) wait_for_ever();
    ++count;
  }
  std::cout << count << '\n';
  return 0;
}

int threads() {
  int count = 0;
  try {
    for (; count < 1000; ++count) std::thread(wait_for_ever).detach();
  } catch (const std::system_error&) {
  }
  std::cout << count << std::endl;
  _exit(0);
}

// Never two at once for long, and never the same one: whoever looks for them is always too late. It ends by itself.
int hydra() {
  constexpr int kGenerations = 20'000;
  for (int generation = 0; generation < kGenerations; ++generation) {
    if (fork() != 0) _exit(0);
  }
  return 0;
}

// Two that wait for ever, each in a session of its own.
int family() {
  if (fork() == 0) {
    setsid();
    // Whoever reads what the program prints shall not wait for this one.
    for (const int standard : {0, 1, 2}) close(standard);
  } else {
    std::cout << "ready" << std::endl;
  }
  wait_for_ever();
}

void compute_for(clock_t clocks) {
  while (clock() < clocks) {
  }
}

// Each takes less time than a process may.
int loops_in_turn() {
  for (int i = 0; i < 2; ++i) {
    if (fork() == 0) {
      compute_for(CLOCKS_PER_SEC * 7 / 10);
      _exit(0);
    }
    wait(nullptr);
  }
  return 0;
}

// A process that belongs to nobody, as a server's would.
int daemon_of_its_own() {
  if (fork() != 0) return 0;
  setsid();
  if (fork() != 0) _exit(0);
  wait_for_ever();
}

int memory() {
  try {
    std::vector<std::vector<char>> kept;
    while (true) kept.emplace_back(8 << 20, 'x');
  } catch (const std::bad_alloc&) {
    std::cout << "refused\n";
  }
  return 0;
}

// Each takes less than a process may.
int memory_of_many() {
  for (int i = 0; i < 4; ++i) {
    if (fork() != 0) continue;
    std::vector<char> mine(24 << 20, 'x');
    wait_for_ever();
  }
  wait_for_ever();
}

int file() {
  const int file = open((std::string(getenv("TMPDIR")) + "/large").c_str(), O_WRONLY | O_CREAT, 0600);
  const std::string part(1 << 20, 'x');
  for (int i = 0; i < 64; ++i) {
    if (write(file, part.data(), part.size()) < 0) return 1;
  }
  return 0;
}

// Deeper than a path can be long.
int deep_folder() {
  for (int i = 0; i < 3000; ++i) {
    if (mkdir("down", 0700) != 0 || chdir("down") != 0) return 1;
  }
  return 0;
}

int loop() {
  while (true) {
  }
}

int stop() {
  raise(SIGSTOP);
  return 0;
}

int environment() {
  for (char** entry = environ; *entry != nullptr; ++entry) std::cout << *entry << '\n';
  return 0;
}

int descriptors() {
  for (int number = 0; number < 256; ++number) {
    if (fcntl(number, F_GETFD) >= 0) std::cout << number << ' ';
  }
  std::cout << '\n';
  return 0;
}

const std::map<std::string, int (*)()> kFloods{{"forks", forks},
                                               {"threads", threads},
                                               {"hydra", hydra},
                                               {"family", family},
                                               {"loops_in_turn", loops_in_turn},
                                               {"daemon", daemon_of_its_own},
                                               {"memory", memory},
                                               {"memory_of_many", memory_of_many},
                                               {"file", file},
                                               {"deep_folder", deep_folder},
                                               {"loop", loop},
                                               {"stop", stop},
                                               {"environment", environment},
                                               {"descriptors", descriptors},
                                               {"segfault", [] { return raise(SIGSEGV); }},
                                               {"seven", [] { return 7; }}};

}  // namespace

int main(int argc, char** argv) {
  const auto flood = kFloods.find(argc > 1 ? argv[1] : "");
  if (flood == kFloods.end()) return 2;
  return flood->second();
}
