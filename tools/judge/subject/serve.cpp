// tools/judge/subject/serve.cpp: one question, one scenario, one answer.
#include "judge/subject/serve.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <iostream>
#include <iterator>

namespace judge {

namespace {

constexpr int kExitNoJudge = 2;

std::string receive() {
  std::string bytes(kLargestMessage, '\0');
  const ssize_t size = recv(kPrivateDescriptor, bytes.data(), bytes.size(), 0);
  bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  return bytes;
}

Facts run(const Scenario& scenario, const Facts& asked) {
  Facts told;
  try {
    scenario.run(asked, told);
  } catch (const std::exception& error) {
    told.set("uncaught", error.what());
  } catch (...) {
    told.set("uncaught", "something that is no std::exception");
  }
  return told;
}

}  // namespace

int serve(const std::vector<Scenario>& scenarios) {
  const std::string bytes = receive();
  if (bytes.empty()) {
    std::cerr << "This program is half of a check; './workbook check' starts it.\n";
    return kExitNoJudge;
  }
  const Message question = decode(bytes);
  const auto scenario = std::ranges::find(scenarios, question.scenario, &Scenario::name);
  if (scenario == scenarios.end()) {
    std::cerr << "no scenario is called " << question.scenario << '\n';
    return kExitNoJudge;
  }
  Message answer{question.nonce, question.scenario, run(*scenario, question.facts)};
  std::cout.flush();
  std::fflush(stdout);
  const std::string reply = encode(answer);
  send(kPrivateDescriptor, reply.data(), reply.size(), MSG_NOSIGNAL);
  return 0;
}

std::vector<Scenario> operator+(std::vector<Scenario> first, std::vector<Scenario> second) {
  first.insert(first.end(), std::make_move_iterator(second.begin()), std::make_move_iterator(second.end()));
  return first;
}

}  // namespace judge
