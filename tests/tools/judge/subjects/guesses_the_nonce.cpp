// tests/tools/judge/subjects: A well-formed answer to another question.
#include "judge/protocol.hpp"

#include <sys/socket.h>

int main() {
  judge::Message answer{"12345678901234567890", "echo", {}};
  answer.facts.set("result", 1000.0 / 3);
  const std::string bytes = judge::encode(answer);
  return send(judge::kPrivateDescriptor, bytes.data(), bytes.size(), 0) < 0 ? 1 : 0;
}
