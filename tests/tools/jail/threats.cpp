// tests/tools/jail/threats.cpp: a program that tries to get out of the jail, in the way that its first argument names.
// Prints "did it" or "kept in: REASON". The tests put it under limits of their own before they start it.
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <thread>
#include <vector>

namespace {

// What stands outside, by the names that the test gives them: NAME=VALUE.
std::map<std::string, std::string> given;

std::string outside(const std::string& name) { return given["folder"] + '/' + name; }
pid_t victim() { return std::stoi(given["victim"]); }

bool worked(long result) { return result >= 0; }

bool opens(const std::string& path, int flags) {
  const int file = open(path.c_str(), flags, 0644);
  if (file < 0) return false;
  char byte = 0;
  const bool done = (flags & O_ACCMODE) == O_RDONLY ? read(file, &byte, 1) >= 0 : write(file, "bad", 3) == 3;
  close(file);
  return done;
}

bool reads_a_file() { return opens(outside("secret"), O_RDONLY); }
bool lists_a_folder() {
  std::error_code error;
  const std::filesystem::directory_iterator first(given["folder"], error);
  errno = error.value();
  return !error;
}
bool writes_a_file() { return opens(outside("writable"), O_WRONLY | O_APPEND); }
bool makes_a_file() { return opens(outside("open_to_all/new"), O_WRONLY | O_CREAT); }
bool removes_a_file() { return worked(unlink(outside("open_to_all/old").c_str())); }
bool writes_through_a_link() {
  const std::string link = given["write"] + "/link";
  return worked(symlink(outside("writable").c_str(), link.c_str())) && opens(link, O_WRONLY | O_APPEND);
}
bool changes_the_mode_of_a_file() { return worked(chmod(outside("yours").c_str(), 0600)); }
bool leaves_a_file_in_tmp() { return opens("/tmp/" + given["name"], O_WRONLY | O_CREAT); }

template <class Address>
bool connects(const Address& address, int family) {
  const int end = socket(family, SOCK_STREAM, 0);
  return end >= 0 && worked(connect(end, reinterpret_cast<const sockaddr*>(&address), sizeof address));
}

bool connects_by_tcp() {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(std::stoi(given["port"])));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return connects(address, AF_INET);
}

bool connects_to_a_local_socket() {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  outside("socket").copy(address.sun_path, sizeof address.sun_path - 1);
  return connects(address, AF_UNIX);
}

bool ends_a_process() { return worked(kill(victim(), SIGKILL)); }
bool traces_a_process() { return worked(ptrace(PTRACE_SEIZE, victim(), nullptr, nullptr)); }
bool opens_the_memory_of_a_process() { return worked(open(("/proc/" + given["victim"] + "/mem").c_str(), O_RDWR)); }
bool reads_the_environment_of_a_process() { return opens("/proc/" + given["victim"] + "/environ", O_RDONLY); }
bool reads_the_command_line_of_a_process() { return opens("/proc/" + given["victim"] + "/cmdline", O_RDONLY); }

// The process that started us. It is the jail's, unless it has put itself in between.
bool ends_the_jail() {
  kill(getppid(), SIGKILL);
  usleep(100'000);  // Whoever is hit takes us with him.
  errno = EPERM;
  return false;
}

bool makes_a_namespace() { return worked(unshare(CLONE_NEWUSER)); }
bool leaves_shared_memory() {
  const int segment = shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600);
  if (segment >= 0) shmctl(segment, IPC_RMID, nullptr);  // It is enough that it could.
  return segment >= 0;
}
bool keeps_memory_in_a_file_without_a_name() { return worked(memfd_create("hidden", 0)); }
bool raises_a_limit() {
  rlimit now{};
  getrlimit(RLIMIT_NOFILE, &now);
  now.rlim_cur = ++now.rlim_max;
  return worked(setrlimit(RLIMIT_NOFILE, &now));
}
bool becomes_root() { return worked(setuid(0)) && getuid() == 0 && opens(outside("of_root"), O_RDONLY); }

// More in all than --private-size says, in files of which each is small enough.
bool fills_its_private_folder() {
  const std::string kibibytes(512 << 10, 'x');
  for (int i = 0; i < 4; ++i) {
    std::ofstream file(std::string(getenv("TMPDIR")) + "/part" + std::to_string(i));
    if (!file.write(kibibytes.data(), static_cast<std::streamsize>(kibibytes.size())).flush()) return false;
  }
  return true;
}

bool makes_many_files() {
  for (int i = 0; i < 2000; ++i) {
    if (!opens(given["write"] + '/' + std::to_string(i), O_WRONLY | O_CREAT)) return false;
  }
  return true;
}

const std::map<std::string, bool (*)()> kThreats{
    {"makes_many_files", makes_many_files},
    {"reads_a_file", reads_a_file},
    {"lists_a_folder", lists_a_folder},
    {"writes_a_file", writes_a_file},
    {"makes_a_file", makes_a_file},
    {"removes_a_file", removes_a_file},
    {"writes_through_a_link", writes_through_a_link},
    {"changes_the_mode_of_a_file", changes_the_mode_of_a_file},
    {"leaves_a_file_in_tmp", leaves_a_file_in_tmp},
    {"connects_by_tcp", connects_by_tcp},
    {"connects_to_a_local_socket", connects_to_a_local_socket},
    {"ends_a_process", ends_a_process},
    {"traces_a_process", traces_a_process},
    {"opens_the_memory_of_a_process", opens_the_memory_of_a_process},
    {"reads_the_environment_of_a_process", reads_the_environment_of_a_process},
    {"reads_the_command_line_of_a_process", reads_the_command_line_of_a_process},
    {"ends_the_jail", ends_the_jail},
    {"makes_a_namespace", makes_a_namespace},
    {"leaves_shared_memory", leaves_shared_memory},
    {"keeps_memory_in_a_file_without_a_name", keeps_memory_in_a_file_without_a_name},
    {"raises_a_limit", raises_a_limit},
    {"becomes_root", becomes_root},
    {"fills_its_private_folder", fills_its_private_folder}};

}  // namespace

int main(int argc, char** argv) {
  const std::string name = argc > 1 ? argv[1] : "";
  for (int i = 2; i < argc; ++i) {
    const std::string word = argv[i];
    given[word.substr(0, word.find('='))] = word.substr(word.find('=') + 1);
  }
  const auto threat = kThreats.find(name);
  if (threat == kThreats.end()) {
    std::cout << "no threat is called " << name << '\n';
    return 2;
  }
  errno = 0;
  const bool did_it = threat->second();
  std::cout << (did_it ? "did it" : std::string("kept in: ") + std::strerror(errno)) << '\n';
}
