// tests/tools/judge/subjects: The right answer, and then another.
#include "judge/subject/serve.hpp"

#include <sys/socket.h>

int main() {
  std::string question(judge::kLargestMessage, '\0');
  const ssize_t size = recv(judge::kPrivateDescriptor, question.data(), question.size(), 0);
  question.resize(static_cast<std::size_t>(size));
  for (int i = 0; i < 2; ++i) send(judge::kPrivateDescriptor, question.data(), question.size(), 0);
  return 0;
}
