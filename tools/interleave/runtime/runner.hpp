// tools/interleave/runtime/runner.hpp: runs one execution after the other, in this process or each in one of its own.
#pragma once

#include "execution.hpp"
#include "recording.hpp"
#include "request.hpp"

#include <functional>
#include <memory>

namespace interleave {

class Runner {
 public:
  virtual ~Runner() = default;

  /// Runs the program as planned. The recording then says what became of it.
  /// @param after  called at the end where the execution took place, with its details still there; may be empty
  virtual void run(const Plan& plan, const std::function<void()>& after) = 0;
};

std::unique_ptr<Runner> make_runner(SwitchBy by, Execution& execution, Recording& recording);

}  // namespace interleave
