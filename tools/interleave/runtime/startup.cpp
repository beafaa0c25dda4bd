// tools/interleave/runtime/startup.cpp: takes the place of main() where the program is to be explored.
#include "entered.hpp"
#include "explorer.hpp"
#include "memory_map.hpp"
#include "program.hpp"
#include "real.hpp"
#include "request.hpp"

#include <signal.h>
#include <stdlib.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <optional>

namespace interleave {

bool watching = false;

void on_signal(int signal, siginfo_t* info, void* context);
void on_alarm(int signal, siginfo_t* info, void* context);
void on_terminate();

namespace {

constexpr const char* kVariable = "INTERLEAVE";

bool before_main = false;
int (*programs_main)(int, char**, char**) = nullptr;
const char* request_text = nullptr;  // no object: constructors of objects run later than begin()

// Before everything else of the program, so that its first allocation is seen.
__attribute__((constructor(101))) void begin() {
  const char* const text = getenv(kVariable);
  if (text == nullptr) return;
  request_text = text;
  // Not constructed: that would write to all of its many pages. Zeros are what an execution starts with.
  auto* const recording = static_cast<Recording*>(map_shared(sizeof(Recording)));
  execution = new Execution(Rules{}, *recording);
  if (const std::optional<Request> request = parse_request(text)) {
    Records records(request->descriptor);
    records.write("progress", {"before main", "0", "0", "0"});
    records.flush();
  }
  before_main = true;
}

void listen_to_signals() {
  static char alternative_stack[1 << 16];
  stack_t stack{};
  stack.ss_sp = alternative_stack;
  stack.ss_size = sizeof alternative_stack;
  sigaltstack(&stack, nullptr);
  struct sigaction action {};
  action.sa_sigaction = on_signal;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT}) sigaction(signal, &action, nullptr);
  action.sa_sigaction = on_alarm;
  action.sa_flags |= SA_RESTART;
  sigaction(SIGVTALRM, &action, nullptr);
  constexpr timeval kBetween{0, 50'000};
  const itimerval often{kBetween, kBetween};
  setitimer(ITIMER_VIRTUAL, &often, nullptr);
  std::set_terminate(on_terminate);
}

int explore(int argc, char** argv, char** environment) {
  before_main = false;
  const std::optional<Request> request = parse_request(request_text);
  if (!request) {
    fprintf(stderr, "interleave: the request \"%s\" is not understood\n", request_text);
    return 2;
  }
  unsetenv(kVariable);
  program().run_main = [=] { return programs_main(argc, argv, environment); };
  Execution& explored = *execution;
  explored.set_rules(request->rules);
  Explorer explorer(*request, explored, explored.recording());
  listen_to_signals();
  explored.keep_state();
  explorer.explore();
  INTERLEAVE_REAL(_exit)(0);
  __builtin_unreachable();
}

}  // namespace

bool programs_heap() { return watching || before_main; }

}  // namespace interleave

using Main = int (*)(int, char**, char**);

extern "C" int __libc_start_main(Main main, int argc, char** argv, void (*init)(), void (*fini)(), void (*end)(),
                                 void* stack) {
  using Function = int (*)(Main, int, char**, void (*)(), void (*)(), void (*)(), void*);
  static const auto real = interleave::real<Function>("__libc_start_main");
  interleave::programs_main = main;
  const bool explored = interleave::execution != nullptr;
  return real(explored ? interleave::explore : main, argc, argv, init, fini, end, stack);
}
