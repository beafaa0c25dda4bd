// tools/jail/system_call.hpp: a system call that fails is a fault of the jail's, with the call's name and the reason.
#pragma once

#include <cerrno>
#include <string>
#include <system_error>

namespace jail {

[[noreturn]] inline void fail(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

/// @return  what the call returned
/// @throws std::system_error  where that is negative
template <class Result>
Result checked(Result result, const std::string& what) {
  if (result < 0) fail(what);
  return result;
}

}  // namespace jail
