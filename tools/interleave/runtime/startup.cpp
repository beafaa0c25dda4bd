// tools/interleave/runtime/startup.cpp: takes the place of main() where the program is to be explored.
#include "startup.hpp"
#include "entered.hpp"
#include "explorer.hpp"
#include "memory_map.hpp"
#include "program.hpp"
#include "real.hpp"
#include "records.hpp"
#include "request.hpp"
#include "words.hpp"

#include <signal.h>
#include <stdlib.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <exception>
#include <optional>

namespace interleave {

bool watching = false;
bool leaves_zeros = false;

void on_signal(int signal, siginfo_t* info, void* context);
void on_alarm(int signal, siginfo_t* info, void* context);
void on_terminate();

namespace {

constexpr const char* kVariable = "INTERLEAVE";

bool is_before_main = false;
int descriptor_of_records = -1;
int (*programs_main)(int, char**, char**) = nullptr;
std::array<sighandler_t, NSIG> handlers_before_main{};
const char* request_text = nullptr;  // no object: constructors of objects run later than begin()

// So that whoever reads the records knows how far we came, should nothing more be said.
void note_beginning(const std::string& phase) {
  Records records(descriptor_of_records);
  records.write("progress", {phase, "0", "0", "0"});
  records.flush();
}

// Before everything else of the program, so that its first allocation is seen.
__attribute__((constructor(101))) void begin() {
  const char* const text = getenv(kVariable);
  if (text == nullptr) return;
  request_text = text;
  // Not constructed: that would write to all of its many pages. Zeros are what an execution starts with.
  auto* const recording = static_cast<Recording*>(map_shared(sizeof(Recording)));
  execution = new Execution(Rules{}, *recording);
  if (const std::optional<Request> request = parse_request(text)) {
    descriptor_of_records = request->descriptor;
    note_beginning("before main");
  }
  is_before_main = true;
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
  for (const int signal : kSignalsOfSearch) sigaction(signal, &action, nullptr);
  action.sa_sigaction = on_alarm;
  action.sa_flags |= SA_RESTART;
  sigaction(SIGVTALRM, &action, nullptr);
  constexpr timeval kBetween{0, 50'000};
  const itimerval often{kBetween, kBetween};
  setitimer(ITIMER_VIRTUAL, &often, nullptr);
  std::set_terminate(on_terminate);
}

std::array<sighandler_t, NSIG> current_handlers() {
  std::array<sighandler_t, NSIG> handlers{};
  for (int number = 1; number < NSIG; ++number) {
    struct sigaction action {};
    sigaction(number, nullptr, &action);
    handlers[static_cast<std::size_t>(number)] = action.sa_handler;
  }
  return handlers;
}

// What a schedule changed outside of the program's variables is put back before the next one begins.
void begin_anew(const Words& words) {
  const Entered entered;
  leaves_zeros = false;
  words.restore();
  program().signal_handlers = handlers_before_main;
}

int explore(int argc, char** argv, char** environment) {
  is_before_main = false;
  const std::optional<Request> request = parse_request(request_text);
  if (!request) {
    fprintf(stderr, "interleave: the request \"%s\" is not understood\n", request_text);
    return 2;
  }
  unsetenv(kVariable);
  const Words words(argv, environment);
  program().run_main = [=, &words] {
    begin_anew(words);
    return programs_main(argc, argv, environment);
  };
  Execution& explored = *execution;
  explored.set_rules(request->rules);
  Explorer explorer(*request, explored, explored.recording());
  note_beginning("start");
  handlers_before_main = current_handlers();
  listen_to_signals();
  explored.keep_state();
  explorer.explore();
  INTERLEAVE_REAL(_exit)(0);
  __builtin_unreachable();
}

}  // namespace

void leave_zeros_below() {
  using Block = std::uint64_t __attribute__((vector_size(16)));
  volatile Block below[128];  // 2 KiB: our functions seldom go deeper
  for (volatile Block& block : below) block = Block{};
}

bool programs_heap() { return watching || is_before_main; }

bool before_main() { return is_before_main; }

int record_descriptor() { return descriptor_of_records; }

bool is_for_records(int descriptor) { return programs_heap() && descriptor == descriptor_of_records; }

void refuse_before_main(const std::string& text) {
  is_before_main = false;
  Records records(descriptor_of_records);
  records.write("verdict", {"unsupported"});
  records.write("failure", {"unsupported", text + ", before main() began", "0"});
  records.write("end");
  records.flush();
  INTERLEAVE_REAL(_exit)(0);
  __builtin_unreachable();
}

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
