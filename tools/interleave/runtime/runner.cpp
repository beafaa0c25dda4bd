// tools/interleave/runtime/runner.cpp: see runner.hpp.
#include "runner.hpp"

#include "program.hpp"
#include "real.hpp"
#include "switcher.hpp"

#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <utility>

namespace interleave {
namespace {

// What the program had registered for its end before main() began belongs to every execution.
class ProgramState {
 public:
  void restore() const {
    program().at_exit = at_exit_;
    program().key_destructors = key_destructors_;
  }

 private:
  std::vector<AtExit> at_exit_ = program().at_exit;
  std::vector<void (*)(void*)> key_destructors_ = program().key_destructors;
};

class InProcess final : public Runner {
 public:
  explicit InProcess(Execution& execution) : execution_(execution), switcher_(make_fibers(run_thread)) {}

  void run(const Plan& plan, const std::function<void()>& after) override {
    state_.restore();
    execution_.run(*switcher_, plan);
    if (after) after();
  }

 private:
  Execution& execution_;
  ProgramState state_;
  std::unique_ptr<Switcher> switcher_;
};

// The recording lies in shared memory; nothing else comes back.
class Forked final : public Runner {
 public:
  Forked(Execution& execution, Recording& recording, bool baton)
      : execution_(execution), recording_(recording), baton_(baton) {
    // The libraries leave out locks as long as a process has one thread; before its variables are kept there are two.
    pthread_t sleeper{};
    const auto sleep = [](void*) -> void* {
      while (true) pause();
    };
    INTERLEAVE_REAL(pthread_create)(&sleeper, nullptr, sleep, nullptr);
  }

  void run(const Plan& plan, const std::function<void()>& after) override {
    const pid_t child = fork();
    if (child == 0) {
      const std::unique_ptr<Switcher> switcher = baton_ ? make_baton(run_thread) : make_fibers(run_thread);
      execution_.run(*switcher, plan);
      if (after) after();
      INTERLEAVE_REAL(_exit)(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (!WIFSIGNALED(status)) return;
    recording_.ending = Ending::failed;
    const std::string signal = std::string("SIG") + sigabbrev_np(WTERMSIG(status));
    strncpy(recording_.failure.kind.data(), "crash", recording_.failure.kind.size() - 1);
    strncpy(recording_.failure.text.data(), signal.c_str(), recording_.failure.text.size() - 1);
  }

 private:
  Execution& execution_;
  Recording& recording_;
  bool baton_;
};

}  // namespace

std::unique_ptr<Runner> make_runner(SwitchBy by, Execution& execution, Recording& recording) {
  if (by == SwitchBy::fibers) return std::make_unique<InProcess>(execution);
  return std::make_unique<Forked>(execution, recording, by == SwitchBy::baton);
}

}  // namespace interleave
