// tools/workbook/checkout/build.hpp: builds what a command needs, and nothing else.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace workbook {

/// How a build ended.
struct Built {
  bool good = false;
  std::string output;  ///< what the compiler said, where it failed
};

/// Builds these targets, with progress on standard error. One build at a time: others wait for their turn.
/// @param what     named in the progress, such as "02_threads"
/// @param targets  CMake's targets; none means all of them
/// @param before   called when it is our turn, before the build
/// @param after    called while it is still our turn, after a good build
/// @throws Failure  where the build can't be started at all
Built build(const std::string& what, const std::vector<std::string>& targets, const std::function<void()>& before = {},
            const std::function<void()>& after = {});

/// The same for what must not fail: everything but a student's own code.
/// @throws Failure  with the compiler's output
void build_or_fail(const std::string& what, const std::vector<std::string>& targets);

/// The commands that build a target, one to a line, as `ninja -t commands` prints them.
/// @throws Failure  where there is no such target
std::string commands_that_build(const std::string& target);

}  // namespace workbook
