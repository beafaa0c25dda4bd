// tests/tools/interleave/programs/sayer.cpp: pretends to be an explored program: it writes the file that its first
// argument names to the descriptor for records, then ends as its second one says: "exit 0", "signal 9", "hang",
// "output".
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

int main(int, char** argv) {
  if (std::getenv("INTERLEAVE") == nullptr) return 5;
  std::stringstream text;
  text << std::ifstream(argv[1]).rdbuf();
  const std::string records = text.str();
  constexpr int kRecordDescriptor = 101;
  if (write(kRecordDescriptor, records.data(), records.size()) < 0) return 6;
  const std::string end = argv[2];
  if (end == "hang") pause();
  if (end == "output") std::cout << "said by the program\n";
  if (end.starts_with("signal ")) raise(std::stoi(end.substr(7)));
  return end.starts_with("exit ") ? std::stoi(end.substr(5)) : 0;
}
